package dev.sluice.dlp.walk;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Objects that carry a field's name as a value: {@code {"name":"email","value":"…"}}, {@code
 * {"system":"phone","value":"…"}}.
 */
final class JsonPairs {
  private static final Set<String> NAMES =
      Set.of("name", "key", "field", "fieldname", "field_name", "label", "attribute", "id", "k");
  private static final Set<String> KINDS = Set.of("type", "kind", "system", "idtype", "id_type");
  private static final Set<String> HOLDERS =
      Set.of("value", "val", "values", "v", "text", "answer", "content", "data");
  private static final int LONGEST = 64;
  private static final int MEMBERS = 12;

  private final String json;
  private int pos;
  private String name = "";
  private String kind = "";
  private boolean holder;

  private JsonPairs(String json, int pos) {
    this.json = json;
    this.pos = pos;
  }

  /** Whether the member of that name holds what another member names. */
  static boolean holds(String key) {
    return HOLDERS.contains(key.toLowerCase(Locale.ROOT));
  }

  /** Whether the member of that name may name what another member holds. */
  static boolean names(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return NAMES.contains(lower) || KINDS.contains(lower);
  }

  /**
   * The names for the holding members of the object that opens at {@code at}; {@code names} if it
   * is no such object. Looks at members without objects or arrays in them only, so each character
   * is looked at twice at most.
   */
  static Names under(String json, int at, Names names) {
    JsonPairs pairs = new JsonPairs(json, at + 1);
    pairs.read();
    return pairs.resolved(names);
  }

  /** The same for an object whose first members are known; what is no text is empty. */
  static Names under(Map<String, String> members, Names names) {
    JsonPairs pairs = new JsonPairs("", 0);
    members.forEach((key, value) -> pairs.member(key.toLowerCase(Locale.ROOT), value));
    return pairs.resolved(names);
  }

  private Names resolved(Names names) {
    if (!holder) {
      return names;
    }
    if (isName(name)) {
      return names.under(name);
    }
    return isName(kind) ? names.under((names.field() + " " + kind).strip()) : names;
  }

  private void member(String key, String value) {
    holder |= HOLDERS.contains(key);
    String shown = value.length() > LONGEST ? "" : value;
    name = name.isEmpty() && NAMES.contains(key) ? shown : name;
    kind = kind.isEmpty() && KINDS.contains(key) ? shown : kind;
  }

  private void read() {
    for (int i = 0; i < MEMBERS && peek() == '"'; i++) {
      String key = string().toLowerCase(Locale.ROOT);
      space();
      pos++; // the colon
      holder |= HOLDERS.contains(key);
      char open = peek();
      if (open == '"') {
        member(key, string());
      } else if (open == '{' || open == '[') {
        holder &= !HOLDERS.contains(key) || !name.isEmpty() || !kind.isEmpty();
        return;
      } else {
        scalar();
      }
      if (peek() != ',') {
        return;
      }
      pos++;
    }
  }

  private char peek() {
    space();
    return pos < json.length() ? json.charAt(pos) : 0;
  }

  private void space() {
    while (pos < json.length() && JsonSyntax.isSpace(json.charAt(pos))) {
      pos++;
    }
  }

  private void scalar() {
    while (pos < json.length() && ",}".indexOf(json.charAt(pos)) < 0) {
      pos++;
    }
  }

  private String string() {
    int start = pos + 1;
    int end = start;
    while (json.charAt(end) != '"') {
      end += json.charAt(end) == '\\' ? 2 : 1;
    }
    pos = end + 1;
    return end - start > LONGEST ? "" : JsonStrings.unescape(json, start, end);
  }

  private static boolean isName(String text) {
    boolean letter = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letter |= Character.isLetter(c);
      if (!Character.isLetterOrDigit(c) && " _-.:/[]*?".indexOf(c) < 0) {
        return false;
      }
    }
    return letter;
  }
}
