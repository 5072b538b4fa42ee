package dev.sluice.dlp.validate;

import java.io.IOException;
import java.io.InputStream;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * URLs in running text: a host below a top-level domain in use, and no punctuation at the end that
 * belongs to the sentence.
 */
final class Urls implements Validator {

  /** Top-level domains that end more names of files and code than of hosts. */
  private static final Set<String> FILE_ENDINGS =
      Set.of(
          "md",
          "py",
          "sh",
          "rs",
          "pl",
          "cc",
          "so",
          "ps",
          "zip",
          "mov",
          "id",
          "name",
          "call",
          "map",
          "java",
          "data",
          "is",
          "as",
          "in",
          "it",
          "my",
          "no",
          "to",
          "do",
          "be",
          "at",
          "us",
          "style",
          "date",
          "link",
          "list",
          "exchange",
          "group");

  private final boolean needsScheme;

  Urls(boolean needsScheme) {
    this.needsScheme = needsScheme;
  }

  @Override
  public boolean accepts(String value) {
    Part part = find(value);
    return part != null && part.end() == value.length();
  }

  @Override
  public @Nullable Part find(String value) {
    int end = trimmed(value);
    int scheme = value.indexOf("://");
    int authority = scheme < 0 ? 0 : scheme + 3;
    int authorityEnd = endBefore("/?#", value, authority, end);
    int host = Math.max(authority, value.lastIndexOf('@', authorityEnd - 1) + 1);
    if (host < end && value.charAt(host) == '[') {
      int bracket = value.indexOf(']', host);
      boolean address = bracket > 0 && Network.ipv6(value.substring(host + 1, bracket));
      return address ? new Part(0, end) : null;
    }
    int hostEnd = endBefore(":", value, host, authorityEnd);
    String name = value.substring(host, hostEnd).toLowerCase(Locale.ROOT);
    boolean bare = !needsScheme && hostEnd == end && !name.startsWith("www.");
    return isHost(name, bare) ? new Part(0, end) : null;
  }

  private static int endBefore(String ends, String value, int from, int to) {
    int at = from;
    while (at < to && ends.indexOf(value.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static boolean isHost(String name, boolean bare) {
    String host = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    String rest = host.startsWith("www.") ? host.substring(4) : host;
    String last = rest.substring(rest.lastIndexOf('.') + 1);
    if (rest.indexOf('.') < 1 || host.contains("..")) {
      return false;
    }
    boolean file =
        bare && FILE_ENDINGS.contains(last) && rest.indexOf('.') == rest.lastIndexOf('.');
    return !file && (TopLevelDomains.NAMES.contains(ascii(last)) || isAddress(rest));
  }

  private static boolean isAddress(String host) {
    return Digits.isDigit(host.charAt(host.length() - 1)) && Network.ipv4(host);
  }

  /** RFC 5891: the list names domains of other scripts by their ASCII form. */
  private static String ascii(String label) {
    if (label.chars().allMatch(c -> c < 0x80)) {
      return label;
    }
    try {
      return IDN.toASCII(label);
    } catch (IllegalArgumentException e) {
      return label;
    }
  }

  /** Without what ends the sentence, and brackets that were opened before the URL. */
  private static int trimmed(String value) {
    int end = value.length();
    int open = (int) value.chars().filter(c -> c == '(').count();
    int close = (int) value.chars().filter(c -> c == ')').count();
    int squareOpen = (int) value.chars().filter(c -> c == '[').count();
    int squareClose = (int) value.chars().filter(c -> c == ']').count();
    while (end > 0) {
      char last = value.charAt(end - 1);
      boolean bracket = last == ')' && close > open || last == ']' && squareClose > squareOpen;
      if (!bracket && ".,;:!?'*_".indexOf(last) < 0) {
        return end;
      }
      close -= last == ')' ? 1 : 0;
      squareClose -= last == ']' ? 1 : 0;
      end--;
    }
    return end;
  }

  /** Read when the first URL is looked at. */
  static final class TopLevelDomains {
    static final Set<String> NAMES = load();

    private TopLevelDomains() {}

    private static Set<String> load() {
      try (InputStream in = Urls.class.getResourceAsStream("tlds.txt")) {
        if (in == null) {
          throw new IllegalStateException("tlds.txt is not among the classes");
        }
        String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        return Arrays.stream(text.substring(text.indexOf('\n')).trim().split("\\s+", -1))
            .collect(Collectors.toUnmodifiableSet());
      } catch (IOException e) {
        throw new IllegalStateException("tlds.txt cannot be read", e);
      }
    }
  }
}
