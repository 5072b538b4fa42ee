package dev.sluice.dlp.walk;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Common files by their first bytes. */
final class FileMagic {
  private record Mark(int at, String mark, MediaType type) {}

  private static final Mark[] MARKS = {
    mark(0, "\u0089PNG\r\n", "image/png"),
    mark(0, "\u00ff\u00d8\u00ff", "image/jpeg"),
    mark(0, "GIF8", "image/gif"),
    mark(8, "WEBP", "image/webp"),
    mark(8, "WAVE", "audio/wav"),
    mark(0, "%PDF-", "application/pdf"),
    mark(0, "PK\u0003\u0004", "application/zip"),
    mark(0, "ID3", "audio/mpeg"),
    mark(4, "ftyp", "video/mp4"),
    mark(0, "OggS", "audio/ogg"),
    mark(0, "wOFF", "font/woff"),
    mark(0, "wOF2", "font/woff2"),
    mark(0, "\u001aE\u00df\u00a3", "video/webm"),
    mark(0, "II*\u0000", "image/tiff"),
    mark(0, "MM\u0000*", "image/tiff"),
    mark(0, "BM", "image/bmp"),
    mark(0, "7z\u00bc\u00af", "application/x-7z-compressed"),
    mark(0, "Rar!", "application/vnd.rar")
  };

  private FileMagic() {}

  static Optional<MediaType> of(byte[] bytes) {
    for (Mark mark : MARKS) {
      if (bytes.length > 16 && starts(bytes, mark)) {
        return Optional.of(mark.type());
      }
    }
    return Optional.empty();
  }

  private static boolean starts(byte[] bytes, Mark mark) {
    byte[] expected = mark.mark().getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < expected.length; i++) {
      if (bytes[mark.at() + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static Mark mark(int at, String mark, String type) {
    return new Mark(at, mark, MediaType.parse(type));
  }
}
