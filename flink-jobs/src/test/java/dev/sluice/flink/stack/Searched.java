package dev.sluice.flink.stack;

import dev.sluice.flink.sink.PackedState;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Looks for a text in files and messages, as it is and in the encodings it may take on. */
public final class Searched {
  private Searched() {}

  /** Files below the folder that hold the text. */
  public static List<Path> folder(Path folder, String text) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (holds(bytes(file), text)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static byte[] bytes(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      // Checkpoints are subsumed while they are read.
      return new byte[0];
    }
  }

  /** Lines of a file, from an offset on, that hold the text; without the text itself. */
  public static List<String> fileFrom(Path file, long offset, String text) throws IOException {
    byte[] bytes;
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(offset);
      bytes = new byte[(int) (in.length() - offset)];
      in.readFully(bytes);
    }
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .lines()
        .filter(line -> holds(line.getBytes(StandardCharsets.ISO_8859_1), text))
        .map(line -> line.substring(0, Math.min(60, line.length())))
        .toList();
  }

  /** Whether a content holds the text in any form. */
  public static boolean holds(String content, String text) {
    String lower = content.toLowerCase(Locale.ROOT);
    return forms(text).stream().anyMatch(lower::contains);
  }

  private static boolean holds(byte[] bytes, String text) {
    return holds(new String(bytes, StandardCharsets.ISO_8859_1), text)
        || PackedState.contents(bytes).stream()
            .anyMatch(c -> holds(new String(c, StandardCharsets.ISO_8859_1), text));
  }

  /** As it is, as its distinctive parts, percent-encoded, JSON-escaped, in hex and in base64. */
  private static List<String> forms(String text) {
    List<String> forms = new ArrayList<>();
    forms.add(text);
    forms.add(text.replace("@", "%40"));
    forms.add(text.replace("@", "%2540"));
    forms.add(text.replace("@", "\\u0040"));
    forms.add(text.substring(0, text.indexOf('@') < 0 ? text.length() : text.indexOf('@')));
    forms.add(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
    for (int shift = 0; shift < 3; shift++) {
      byte[] part = text.substring(shift).getBytes(StandardCharsets.UTF_8);
      String encoded = Base64.getEncoder().encodeToString(part);
      forms.add(encoded.substring(0, encoded.length() - 4));
    }
    return forms.stream().map(form -> form.toLowerCase(Locale.ROOT)).toList();
  }
}
