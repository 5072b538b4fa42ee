package dev.sluice.dlp.eval;

import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for a value in a message through encodings, knowing nothing of its structure; deeper or
 * compressed ones are left to the container's own reader.
 */
final class Decodings {
  private static final int DEPTH = 3;
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})|\\\\([\"\\\\/])");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{8,}");
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){6,}");

  private Decodings() {}

  static boolean contain(Exchange exchange, String value) {
    if (holds(exchange.request().url(), value, DEPTH)) {
      return true;
    }
    for (Header header : exchange.request().headers()) {
      if (holds(header.name() + ": " + header.value(), value, DEPTH)) {
        return true;
      }
    }
    return holds(latin1(exchange.request().body().bytes()), value, DEPTH);
  }

  private static boolean holds(String text, String value, int depth) {
    if (text.contains(value)) {
      return true;
    }
    return depth > 0
        && (changed(text, unescape(text), value, depth)
            || changed(text, unpercent(text), value, depth)
            || inBase64(text, value, depth)
            || inHex(text, value));
  }

  private static boolean changed(String text, String decoded, String value, int depth) {
    return !decoded.equals(text) && holds(decoded, value, depth - 1);
  }

  private static boolean inBase64(String text, String value, int depth) {
    Matcher matcher = BASE64.matcher(text);
    while (matcher.find()) {
      String run = matcher.group().replace('-', '+').replace('_', '/');
      byte[] bytes = Base64.getDecoder().decode(run.substring(0, run.length() / 4 * 4));
      if (holds(latin1(bytes), value, depth - 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean inHex(String text, String value) {
    return HEX.matcher(text)
        .results()
        .anyMatch(m -> latin1(HexFormat.of().parseHex(m.group())).contains(value));
  }

  private static String unescape(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(escaped(m.group(1), m.group(2))));
  }

  private static String escaped(String hex, String character) {
    return hex == null ? character : String.valueOf((char) Integer.parseInt(hex, 16));
  }

  private static String unpercent(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
