package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Where in a JSON body the values stand that need a look, and under which names: byte offsets only,
 * so that noting them costs little. Not thread-safe.
 */
final class JsonMarks {
  private static final int NONE = -1;

  /** From, to, container, start and end of the key. */
  private static final int MARK = 5;

  /** Parent, start and end of the key. */
  private static final int CONTAINER = 3;

  private final byte[] json;
  private int[] marks = new int[8 * MARK];
  private int[] containers = new int[16 * CONTAINER];
  private final BitSet objects = new BitSet();
  private final BitSet maps = new BitSet();
  private final BitSet plain = new BitSet();
  private int size;
  private int opened;

  JsonMarks(byte[] json) {
    this.json = json;
  }

  /** Notes a container; the answer is its number. */
  int open(int parent, boolean object, int keyFrom, int keyTo) {
    int at = opened * CONTAINER;
    if (at == containers.length) {
      containers = Arrays.copyOf(containers, at * 2);
    }
    containers[at] = parent;
    containers[at + 1] = keyFrom;
    containers[at + 2] = keyTo;
    objects.set(opened, object);
    return opened++;
  }

  void isMap(int container) {
    maps.set(container);
  }

  /**
   * Notes a value: a literal with its quotes, or a number.
   *
   * @param isPlain whether no walker could open it: its bytes are its text
   */
  void add(int from, int to, int container, int keyFrom, int keyTo, boolean isPlain) {
    int at = size * MARK;
    if (at == marks.length) {
      marks = Arrays.copyOf(marks, at * 2);
    }
    marks[at] = from;
    marks[at + 1] = to;
    marks[at + 2] = container;
    marks[at + 3] = keyFrom;
    marks[at + 4] = keyTo;
    plain.set(size++, isPlain);
  }

  int size() {
    return size;
  }

  int from(int mark) {
    return marks[mark * MARK];
  }

  int to(int mark) {
    return marks[mark * MARK + 1];
  }

  boolean isPlain(int mark) {
    return plain.get(mark);
  }

  /** Reads names and locations of marked values, those of a container once only. */
  final class Reader {
    private final Where root;
    private final Names[] names = new Names[opened];
    private final Where[] places = new Where[opened];

    /**
     * @param root the location of a whole document
     */
    Reader(Where root) {
      this.root = root;
    }

    ValueContext context(int mark) {
      int at = mark * MARK;
      return below(marks[at + 2], marks[at + 3], marks[at + 4]).at(Place.BODY_FIELD);
    }

    Where where(int mark) {
      int at = mark * MARK;
      return whereBelow(marks[at + 2], marks[at + 3], marks[at + 4]);
    }

    private Names below(int container, int keyFrom, int keyTo) {
      if (container == NONE) {
        return Names.NONE;
      }
      Names known = names[container];
      if (known == null) {
        int at = container * CONTAINER;
        known = below(containers[at], containers[at + 1], containers[at + 2]);
        names[container] = known;
      }
      return objects.get(container) ? known.under(key(keyFrom, keyTo)) : known.item();
    }

    private Where whereBelow(int container, int keyFrom, int keyTo) {
      if (container == NONE) {
        return root;
      }
      Where known = places[container];
      if (known == null) {
        int at = container * CONTAINER;
        known = whereBelow(containers[at], containers[at + 1], containers[at + 2]);
        places[container] = known;
      }
      if (!objects.get(container)) {
        return known.plus("[*]");
      }
      return known.plus("." + (maps.get(container) ? Labels.ANY : Labels.of(key(keyFrom, keyTo))));
    }

    private String key(int from, int to) {
      return new String(json, from, to - from, StandardCharsets.UTF_8);
    }
  }
}
