package dev.sluice.dlp.gate;

import dev.sluice.dlp.rules.Rule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The values that were found in one exchange and must not stand anywhere in its output. Finds all
 * of them in a text in one pass. Not thread-safe.
 */
public final class Originals {
  private static final int ANYWHERE = 6;
  private static final int LEAST = 3;

  /** Bits of the filter. */
  private static final int FILTER = 1 << 13;

  /**
   * Words of protocols and schemas: as values of a field they are found, as text they mean nothing.
   */
  private static final Set<String> COMMON =
      Set.of(
          "admin",
          "administrator",
          "anonymous",
          "api",
          "application",
          "basic",
          "bearer",
          "body",
          "code",
          "customer",
          "data",
          "default",
          "demo",
          "email",
          "example",
          "false",
          "guest",
          "http",
          "https",
          "image",
          "json",
          "key",
          "localhost",
          "login",
          "mail",
          "name",
          "none",
          "null",
          "number",
          "object",
          "order",
          "orders",
          "password",
          "phone",
          "private",
          "public",
          "root",
          "secret",
          "session",
          "string",
          "system",
          "test",
          "text",
          "token",
          "true",
          "type",
          "undefined",
          "unknown",
          "user",
          "username",
          "users",
          "value",
          "www",
          "home",
          "mobile",
          "work",
          "main",
          "official",
          "other",
          "primary",
          "and",
          "the",
          "for");

  /**
   * @param strong whether the value is sensitive in itself, not only for the field it stood in
   * @param anywhere whether it counts inside longer words too
   */
  record Original(String text, Rule rule, boolean strong, boolean anywhere) {}

  /** Where an original stands in a text, in UTF-16 units. */
  public record Hit(int start, int end, Rule rule, boolean strong, boolean anywhere) {}

  private final Map<String, Original> all = new LinkedHashMap<>();
  private final Map<Integer, List<Original>> byHead = new HashMap<>();

  /** Remainders of keys that some value begins with. */
  private final long[] filter = new long[FILTER / Long.SIZE];

  /** Notes a value that was replaced. */
  public void add(String text, Rule rule) {
    int canonical = canonicalLength(text);
    if (canonical < LEAST
        || text.length() < LEAST
        || all.containsKey(text)
        || COMMON.contains(text.toLowerCase(Locale.ROOT))) {
      return;
    }
    boolean sure = !rule.isFieldOnly() && rule.places().isEmpty();
    boolean strong = sure || (text.length() >= 8 && hasDigit(text));
    Original original = new Original(text, rule, strong, canonical >= ANYWHERE);
    all.put(text, original);
    int key = key(text, 0);
    filter[word(key)] |= 1L << key;
    List<Original> sameHead = byHead.computeIfAbsent(key, k -> new ArrayList<>(2));
    sameHead.add(original);
    sameHead.sort(Comparator.comparingInt((Original o) -> o.text().length()).reversed());
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** All values of another set too. */
  public void addAll(Originals others) {
    others.all.values().forEach(o -> add(o.text(), o.rule()));
  }

  /** The originals in a text, longest first at each place, without overlaps, sorted. */
  public List<Hit> find(String text) {
    if (all.isEmpty() || text.length() < LEAST) {
      return List.of();
    }
    List<Hit> hits = new ArrayList<>(0);
    for (int i = 0; i + LEAST <= text.length(); i++) {
      int key = key(text, i);
      if ((filter[word(key)] >> key & 1) != 0) {
        int end = at(text, i, byHead.getOrDefault(key, List.of()), hits);
        i = end > i ? end - 1 : i;
      }
    }
    return hits;
  }

  /** Whether one of them, or what looks like its beginning, stands in a text in UTF-8. */
  public boolean mayStandIn(byte[] utf8) {
    return !all.isEmpty() && !find(new String(utf8, StandardCharsets.UTF_8)).isEmpty();
  }

  private static int at(String text, int i, List<Original> candidates, List<Hit> hits) {
    for (Original o : candidates) {
      int end = i + o.text().length();
      if (text.startsWith(o.text(), i) && (o.anywhere() || isToken(text, i, end))) {
        hits.add(new Hit(i, end, o.rule(), o.strong(), o.anywhere()));
        return end;
      }
    }
    return i;
  }

  private static boolean isToken(String text, int start, int end) {
    return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }

  private static int key(String text, int at) {
    return text.charAt(at) * 961 + text.charAt(at + 1) * 31 + text.charAt(at + 2);
  }

  private static int word(int key) {
    return (key & (FILTER - 1)) / Long.SIZE;
  }

  private static int canonicalLength(String text) {
    return (int) text.chars().filter(Character::isLetterOrDigit).count();
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(c -> c >= '0' && c <= '9');
  }
}
