package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Screen;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a JSON body in UTF-8 that names the keys and scalars in which something may be
 * found. The others need not be looked at again. Not thread-safe; one instance skims one body.
 */
final class JsonSkim {
  /** Deeper bodies are left to the walker. */
  static final int DEEPEST = 64;

  private final byte[] json;
  private final Screen screen;
  private final PlainText text = new PlainText();
  private final BitSet marked = new BitSet();
  private final JsonMarks marks;
  private boolean namesToo;
  private int pos;
  private int scalars;

  // one frame per open container
  private final FieldTree.@Nullable Node[] nodes = new FieldTree.Node[DEEPEST + 1];
  private final boolean[] objects = new boolean[DEEPEST + 1];
  private final int[] pairs = new int[DEEPEST + 1];
  private final int[] numbers = new int[DEEPEST + 1];
  private final int[] keys = new int[DEEPEST + 1];
  private final int[] shapes = new int[DEEPEST + 1];
  private final boolean[] alike = new boolean[DEEPEST + 1];
  private final int[] holders = new int[DEEPEST + 1];
  private final @Nullable BitSet[] held = new BitSet[DEEPEST + 1];
  private int depth;

  // the key of the value that is due
  private int keyFrom;
  private int keyTo;

  private JsonSkim(byte[] json, FieldTree fields) {
    this.json = json;
    this.screen = fields.screen();
    this.marks = new JsonMarks(json);
    this.nodes[0] = fields.root();
    this.numbers[0] = -1;
  }

  /**
   * What a body holds.
   *
   * @param scalars keys, strings and numbers, in their order
   * @param marked those in which something may be found
   * @param marks where these stand; empty if there are names among them
   */
  record Outcome(int scalars, BitSet marked, Optional<JsonMarks> marks) {

    boolean isClean() {
      return marked.isEmpty();
    }
  }

  /** What the body holds; empty if it is no plain JSON in UTF-8, or deeper than usual. */
  static Optional<Outcome> of(byte[] json, FieldTree fields) {
    JsonSkim skim = new JsonSkim(json, fields);
    if (!skim.documents() || !isValid(json)) {
      return Optional.empty();
    }
    Optional<JsonMarks> marks = skim.namesToo ? Optional.empty() : Optional.of(skim.marks);
    return Optional.of(new Outcome(skim.scalars, skim.marked, marks));
  }

  private static boolean isValid(byte[] utf8) {
    for (byte b : utf8) {
      if (b < 0) {
        return TextBytes.decode(utf8, StandardCharsets.UTF_8).isPresent();
      }
    }
    return true;
  }

  private boolean documents() {
    skipSpace();
    if (pos == json.length) {
      return false;
    }
    while (pos < json.length) {
      if (json[pos] != '{' && json[pos] != '[') {
        return false;
      }
      if (!document()) {
        return false;
      }
      skipSpace();
    }
    return true;
  }

  private boolean document() {
    if (!value(nodes[0])) {
      return false;
    }
    while (depth > 0) {
      boolean object = objects[depth];
      skipSpace();
      if (pos >= json.length) {
        return false;
      }
      byte b = json[pos++];
      if (b == (object ? '}' : ']')) {
        close();
      } else if (b != ',' || !next(object)) {
        return false;
      }
    }
    return true;
  }

  /** The value that is due in the innermost container. */
  private boolean next(boolean object) {
    skipSpace();
    return object ? member() : value(nodes[depth]);
  }

  private boolean value(FieldTree.@Nullable Node node) {
    if (pos >= json.length) {
      return false;
    }
    switch (json[pos]) {
      case '{':
        return open(node, true);
      case '[':
        return open(node == null ? null : node.item(), false);
      case '"':
        return string(node);
      case 't':
        return literal("true");
      case 'f':
        return literal("false");
      case 'n':
        return literal("null");
      default:
        return number(node);
    }
  }

  private boolean open(FieldTree.@Nullable Node node, boolean object) {
    if (depth == DEEPEST) {
      return false;
    }
    pos++;
    depth++;
    nodes[depth] = node;
    objects[depth] = object;
    pairs[depth] = 0;
    keys[depth] = 0;
    alike[depth] = true;
    holders[depth] = -1;
    held[depth] = null;
    numbers[depth] = marks.open(numbers[depth - 1], object, keyFrom, keyTo);
    skipSpace();
    if (pos < json.length && json[pos] == (object ? '}' : ']')) {
      pos++;
      depth--;
      return true;
    }
    return next(object);
  }

  /** Where one member may name what others hold, these are left to the walker. */
  private void close() {
    endHolder();
    BitSet inside = held[depth];
    if (pairs[depth] == 3 && inside != null) {
      marked.or(inside);
      namesToo = true;
    }
    if (objects[depth] && KeyShape.isMap(keys[depth], alike[depth])) {
      marks.isMap(numbers[depth]);
    }
    depth--;
  }

  private boolean member() {
    if (pos >= json.length || json[pos] != '"') {
      return false;
    }
    int from = pos + 1;
    int hash = 0;
    int to = from;
    while (to < json.length && json[to] != '"') {
      if (json[to] == '\\' || (json[to] >= 0 && json[to] < 0x20)) {
        return false;
      }
      hash = hash * 31 + json[to++];
    }
    if (to >= json.length) {
      return false;
    }
    FieldTree.Node parent = nodes[depth];
    FieldTree.Node node = null;
    if (parent == null) {
      marked.set(scalars);
      namesToo = true;
    } else {
      FieldTree.Member member = parent.member(json, from, to, hash ^ hash >>> 15);
      node = member.node();
      pairs[depth] |= (member.holder() ? 1 : 0) | (member.namer() ? 2 : 0);
      endHolder();
      holders[depth] = member.holder() ? scalars + 1 : -1;
      shape(member.shape());
      if (member.mayBeFound()) {
        marked.set(scalars);
        namesToo = true;
      }
    }
    scalars++;
    keyFrom = from;
    keyTo = to;
    pos = to + 1;
    skipSpace();
    if (pos >= json.length || json[pos] != ':') {
      return false;
    }
    pos++;
    skipSpace();
    return value(node);
  }

  /** Notes what stands in a member that holds something, now that it ends. */
  private void endHolder() {
    int from = holders[depth];
    if (from >= 0 && from < scalars) {
      BitSet inside = held[depth];
      if (inside == null) {
        inside = new BitSet(scalars);
        held[depth] = inside;
      }
      inside.set(from, scalars);
    }
    holders[depth] = -1;
  }

  private void shape(int shape) {
    if (keys[depth]++ == 0) {
      shapes[depth] = shape;
    }
    alike[depth] &= shape != 0 && shape == shapes[depth];
  }

  private boolean string(FieldTree.@Nullable Node node) {
    int from = pos + 1;
    int to = text.readString(json, from);
    if (to < 0) {
      return false;
    }
    pos = to + 1;
    if (to > from) {
      boolean hides = text.mayHide(json, from, to);
      if (hides || mayFind(from, to, node)) {
        mark(from - 1, to + 1, !hides);
      }
    }
    scalars++;
    return true;
  }

  private void mark(int from, int to, boolean plain) {
    marked.set(scalars);
    if (!namesToo) {
      marks.add(from, to, numbers[depth], keyFrom, keyTo, plain);
    }
  }

  private boolean number(FieldTree.@Nullable Node node) {
    int from = pos;
    int to = JsonNumbers.end(json, from);
    if (to < 0) {
      return false;
    }
    pos = to;
    text.read(json, from, to);
    if (mayFind(from, to, node)) {
      mark(from, to, true);
    }
    scalars++;
    return true;
  }

  private boolean mayFind(int from, int to, FieldTree.@Nullable Node node) {
    return node == null || screen.mayFind(json, from, to, text.isAscii(), node.field());
  }

  private boolean literal(String word) {
    int end = pos + word.length();
    if (end > json.length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (json[pos + i] != word.charAt(i)) {
        return false;
      }
    }
    pos = end;
    return true;
  }

  private void skipSpace() {
    while (pos < json.length
        && (json[pos] == ' ' || json[pos] == '\n' || json[pos] == '\r' || json[pos] == '\t')) {
      pos++;
    }
  }
}
