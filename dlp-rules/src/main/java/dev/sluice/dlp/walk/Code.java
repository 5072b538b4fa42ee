package dev.sluice.dlp.walk;

import java.util.List;

/** Tells program text from data: in it {@code name = value} names variables, not persons. */
final class Code {
  private static final int HEAD = 20_000;
  private static final List<String> SIGNS =
      List.of(
          "function(",
          "function (",
          "=>",
          "return ",
          "var ",
          "const ",
          "});",
          "();",
          "px;",
          "#include",
          "public class",
          "import ",
          "def ",
          "@media");

  private Code() {}

  static boolean looksLike(String text, MediaType type) {
    if (type.name().contains("script") || type.name().equals("text/css")) {
      return true;
    }
    String head = text.substring(0, Math.min(HEAD, text.length()));
    return SIGNS.stream().filter(head::contains).count() >= 2;
  }
}
