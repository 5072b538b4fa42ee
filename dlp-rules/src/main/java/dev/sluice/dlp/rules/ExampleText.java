package dev.sluice.dlp.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The text of an example as written: {@code «…»} marks an expected span, {@code {{hex:40}}} stands
 * for generated characters, so that no text that looks like a live credential is kept in a file.
 * Generation is deterministic.
 */
final class ExampleText {

  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DIGITS = "0123456789";

  /** Alphabets by generator name. */
  private static final Map<String, String> ALPHABETS =
      Map.of(
          "hex", DIGITS + "abcdef",
          "HEX", DIGITS + "ABCDEF",
          "lower", LOWER,
          "upper", UPPER,
          "digits", DIGITS,
          "alnum", LOWER + DIGITS,
          "ALNUM", UPPER + DIGITS,
          "base32", UPPER + "234567",
          "b62", UPPER + LOWER + DIGITS,
          "b64url", UPPER + LOWER + DIGITS + "-_");

  private final StringBuilder text = new StringBuilder();
  private final List<Example.Span> spans = new ArrayList<>();

  private ExampleText() {}

  /** Expands generators and takes the marks out. */
  static ExampleText parse(String written) {
    ExampleText parsed = new ExampleText();
    parsed.readMarks(expand(written));
    return parsed;
  }

  String text() {
    return text.toString();
  }

  List<Example.Span> spans() {
    return List.copyOf(spans);
  }

  private void readMarks(String marked) {
    int open = -1;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == '«' && open < 0) {
        open = text.length();
      } else if (c == '»' && open >= 0) {
        spans.add(new Example.Span(open, text.length()));
        open = -1;
      } else {
        text.append(c);
      }
    }
    if (open >= 0) {
      throw new IllegalArgumentException("a « has no »");
    }
  }

  private static String expand(String written) {
    StringBuilder out = new StringBuilder();
    Random random = new Random(0x51C);
    int from = 0;
    int open = written.indexOf("{{");
    while (open >= 0) {
      int close = close(written, open);
      out.append(written, from, open).append(generate(written.substring(open + 2, close), random));
      from = close + 2;
      open = written.indexOf("{{", from);
    }
    return out.append(written.substring(from)).toString();
  }

  /** JSON inside a generator ends in braces of its own: the last pair of a run closes. */
  private static int close(String written, int open) {
    int close = written.indexOf("}}", open);
    if (close < 0) {
      throw new IllegalArgumentException("a {{ has no }}");
    }
    while (close + 2 < written.length() && written.charAt(close + 2) == '}') {
      close++;
    }
    return close;
  }

  private static String generate(String generator, Random random) {
    int colon = generator.indexOf(':');
    String name = colon < 0 ? generator : generator.substring(0, colon);
    String argument = generator.substring(colon + 1);
    byte[] bytes = argument.getBytes(StandardCharsets.UTF_8);
    if (name.equals("base64-of")) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    if (name.equals("base64url-of")) {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
    String alphabet = ALPHABETS.get(name);
    if (alphabet == null || !argument.matches("[0-9]{1,4}")) {
      throw new IllegalArgumentException("a generator is not known");
    }
    return characters(alphabet, Integer.parseInt(argument), random);
  }

  private static String characters(String alphabet, int count, Random random) {
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < count; i++) {
      made.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return made.toString();
  }
}
