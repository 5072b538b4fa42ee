package dev.sluice.dlp.walk;

import dev.sluice.model.Body;
import java.util.Base64;
import java.util.Map;

/** The smallest valid file of common media types; no bytes for all others. */
final class Placeholders {
  private static final Map<String, String> FILES =
      Map.of(
          "image/png",
          "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR4nGNgYAAAAAMAAbitOmMAAAAA"
              + "SUVORK5CYII=",
          "image/gif",
          "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
          "image/jpeg",
          "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////"
              + "////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAA"
              + "AAAAAP/aAAgBAQABPxA=",
          "image/webp",
          "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA",
          "application/pdf",
          "JVBERi0xLjQKMSAwIG9iajw8L1R5cGUvQ2F0YWxvZy9QYWdlcyAyIDAgUj4+ZW5kb2JqCjIgMCBvYmo8"
              + "PC9UeXBlL1BhZ2VzL0tpZHNbMyAwIFJdL0NvdW50IDE+PmVuZG9iagozIDAgb2JqPDwvVHlwZS9QYWdl"
              + "L1BhcmVudCAyIDAgUi9NZWRpYUJveFswIDAgMyAzXT4+ZW5kb2JqCnhyZWYKMCA0CjAwMDAwMDAwMDAg"
              + "NjU1MzUgZiAKMDAwMDAwMDAwOSAwMDAwMCBuIAowMDAwMDAwMDUyIDAwMDAwIG4gCjAwMDAwMDAxMDEg"
              + "MDAwMDAgbiAKdHJhaWxlcjw8L1NpemUgNC9Sb290IDEgMCBSPj4Kc3RhcnR4cmVmCjE2MAolJUVPRgo=",
          "application/zip",
          "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==");

  private Placeholders() {}

  static Body of(MediaType type) {
    return Body.of(Base64.getDecoder().decode(base64(type)));
  }

  static String base64(MediaType type) {
    String name = type.name().equals("image/jpg") ? "image/jpeg" : type.name();
    return FILES.getOrDefault(name, "");
  }
}
