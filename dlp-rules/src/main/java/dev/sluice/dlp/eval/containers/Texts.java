package dev.sluice.dlp.eval.containers;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Small encodings of text. */
final class Texts {
  private Texts() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** RFC 3986 percent encoding; a space is {@code %20}. */
  static String percent(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static String unpercent(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(bytes(text));
  }

  static String unbase64(String text) {
    return text(Base64.getDecoder().decode(text));
  }

  static String url64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(text));
  }

  static String unurl64(String text) {
    return text(Base64.getUrlDecoder().decode(text));
  }

  static String markup(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String unmarkup(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }

  /** A name that is an identifier in most languages. */
  static String identifier(String name) {
    return name.replaceAll("[^A-Za-z0-9_]", "_");
  }

  /** The first group of every match. */
  static List<String> groups(Pattern pattern, String text) {
    List<String> groups = new ArrayList<>();
    pattern.matcher(text).results().forEach(m -> groups.add(m.group(1)));
    return groups;
  }
}
