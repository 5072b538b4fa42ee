package dev.sluice.dlp.walk;

import dev.sluice.model.Body;
import java.util.Base64;
import java.util.Map;

/** The smallest valid file of common media types; no bytes for all others. */
final class Placeholders {
  private static final Map<String, String> FILES =
      Map.ofEntries(
          file(
              "image/png",
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR4nGNgYAAAAAMAAbitOmMAAAAA"
                  + "SUVORK5CYII="),
          file("image/gif", "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"),
          file(
              "image/jpeg",
              "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////"
                  + "////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAA"
                  + "AAAAAP/aAAgBAQABPxA="),
          file("image/webp", "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"),
          file(
              "application/pdf",
              "JVBERi0xLjQKMSAwIG9iajw8L1R5cGUvQ2F0YWxvZy9QYWdlcyAyIDAgUj4+ZW5kb2JqCjIgMCBvYmo8"
                  + "PC9UeXBlL1BhZ2VzL0tpZHNbMyAwIFJdL0NvdW50IDE+PmVuZG9iagozIDAgb2JqPDwvVHlwZS9QYWdl"
                  + "L1BhcmVudCAyIDAgUi9NZWRpYUJveFswIDAgMyAzXT4+ZW5kb2JqCnhyZWYKMCA0CjAwMDAwMDAwMDAg"
                  + "NjU1MzUgZiAKMDAwMDAwMDAwOSAwMDAwMCBuIAowMDAwMDAwMDUyIDAwMDAwIG4gCjAwMDAwMDAxMDEg"
                  + "MDAwMDAgbiAKdHJhaWxlcjw8L1NpemUgNC9Sb290IDEgMCBSPj4Kc3RhcnR4cmVmCjE2MAolJUVPRgo="),
          file("application/zip", "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=="),
          file("audio/wav", "UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YQIAAAAAAA=="),
          file(
              "audio/mpeg",
              "//sQZAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                  + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
          file(
              "video/mp4",
              "AAAAGGZ0eXBpc29tAAACAGlzb21tcDQxAAAAdG1vb3YAAABsbXZoZAAAAAAAAAAAAAAAAAAAA+gAAAAA"
                  + "AAEAAAEAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAA"
                  + "AAAAAAAAAAAAAAAAAAAAAAAAAAE="),
          file(
              "image/bmp",
              "Qk06AAAAAAAAADYAAAAoAAAAAQAAAAEAAAABABgAAAAAAAQAAAATCwAAEwsAAAAAAAAAAAAA////AA=="),
          file(
              "image/x-icon",
              "AAABAAEAAQEAAAEAIAAwAAAAFgAAACgAAAABAAAAAgAAAAEAIAAAAAAACAAAAAAAAAAAAAAAAAAAAAAA"
                  + "AAD/////AAAAAA=="),
          file(
              "image/tiff",
              "SUkqAAoAAAD/AAkAAAEDAAEAAAABAAAAAQEDAAEAAAABAAAAAgEDAAEAAAAIAAAAAwEDAAEAAAABAAAA"
                  + "BgEDAAEAAAABAAAAEQEEAAEAAAAIAAAAFQEDAAEAAAABAAAAFgEDAAEAAAABAAAAFwEEAAEAAAABAAAA"
                  + "AAAAAA=="),
          file("application/gzip", "H4sIAAAAAAAA/wMAAAAAAAAAAAA="));

  private Placeholders() {}

  static Body of(MediaType type) {
    return Body.of(Base64.getDecoder().decode(base64(type)));
  }

  static String base64(MediaType type) {
    return FILES.getOrDefault(like(type.name()), "");
  }

  /** The type whose file also is one of this type: other spellings, and packages in ZIP. */
  private static String like(String name) {
    return switch (name) {
      case "image/jpg", "image/pjpeg" -> "image/jpeg";
      case "image/vnd.microsoft.icon", "image/ico" -> "image/x-icon";
      case "image/x-ms-bmp" -> "image/bmp";
      case "audio/x-wav", "audio/wave", "audio/vnd.wave" -> "audio/wav";
      case "audio/mp3" -> "audio/mpeg";
      case "audio/mp4", "audio/x-m4a", "video/quicktime", "video/x-m4v" -> "video/mp4";
      case "application/x-gzip" -> "application/gzip";
      case "application/x-pdf" -> "application/pdf";
      default -> isZip(name) ? "application/zip" : name;
    };
  }

  private static boolean isZip(String name) {
    return name.contains("openxmlformats")
        || name.contains("opendocument")
        || name.endsWith("java-archive")
        || name.endsWith("+zip")
        || name.startsWith("application/x-zip");
  }

  private static Map.Entry<String, String> file(String type, String base64) {
    return Map.entry(type, base64);
  }
}
