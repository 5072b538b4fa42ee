package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.Screen;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The fields of JSON bodies and the plain names of headers and parameters that traffic has shown so
 * far: what a name says is read once for a field, not once for a value. Bounded; thread-safe.
 */
public final class FieldTree {
  private static final int MOST_NODES = 50_000;
  private static final int MOST_MEMBERS = 512;
  private static final int FIRST_SLOTS = 8;
  private static final int MOST_NAMES = 10_000;
  private static final int LONGEST_NAME = 64;

  private final Screen screen;
  private final AtomicInteger nodes = new AtomicInteger();
  private final Node root;
  private final Map<Place, Set<String>> plain = new ConcurrentHashMap<>();

  public FieldTree(Screen screen) {
    this.screen = screen;
    this.root = new Node(Names.NONE, "");
  }

  /** Whether a name was found to hold nothing. */
  boolean isPlain(Place place, String name) {
    Set<String> known = plain.get(place);
    return known != null && known.contains(name);
  }

  /**
   * Notes that a name holds nothing. Not of one that could be opened: something found elsewhere may
   * stand in it.
   */
  public void addPlain(Place place, String name) {
    Set<String> known = plain.computeIfAbsent(place, p -> ConcurrentHashMap.newKeySet());
    if (known.size() >= MOST_NAMES || name.length() > LONGEST_NAME) {
      return;
    }
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    PlainText text = new PlainText();
    text.read(utf8, 0, utf8.length);
    if (!text.mayHide(utf8, 0, utf8.length)) {
      known.add(name);
    }
  }

  Screen screen() {
    return screen;
  }

  /** The field that a whole body is. */
  Node root() {
    return root;
  }

  /** A member as its object knows it. */
  private record Slot(int hash, byte[] key, Node node) {}

  /** One field and those below it. */
  final class Node {
    private final Names names;
    private final Screen.Field field;
    private final boolean nameMayBeFound;
    private final boolean holder;
    private final boolean namer;
    private volatile @Nullable Slot[] slots = new Slot[FIRST_SLOTS];
    private volatile @Nullable Node item;
    private int members;

    private Node(Names names, String key) {
      this.names = names;
      this.field = screen.field(names.at(Place.BODY_FIELD));
      byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
      this.nameMayBeFound = !key.isEmpty() && mayBeFound(utf8);
      this.holder = JsonPairs.holds(key);
      this.namer = JsonPairs.names(key);
    }

    private boolean mayBeFound(byte[] utf8) {
      PlainText plain = new PlainText();
      plain.read(utf8, 0, utf8.length);
      Screen.Field nameless = screen.field(Names.NONE.at(Place.BODY_FIELD));
      return plain.mayHide(utf8, 0, utf8.length)
          || screen.mayFind(utf8, 0, utf8.length, plain.isAscii(), nameless);
    }

    Screen.Field field() {
      return field;
    }

    /** Whether the name itself may be a finding, or hide one. */
    boolean nameMayBeFound() {
      return nameMayBeFound;
    }

    /** Whether its value may be what another member names. */
    boolean isHolder() {
      return holder;
    }

    /** Whether its value may name what another member holds. */
    boolean isNamer() {
      return namer;
    }

    /** The field of the elements of an array in this one. */
    Node item() {
      Node known = item;
      if (known == null) {
        Names one = names.item();
        known = one == names ? this : new Node(one, "");
        item = known;
      }
      return known;
    }

    /** The member of that name; null if there is no room for more. */
    @Nullable Node member(byte[] json, int from, int to, int hash) {
      @Nullable Slot[] table = slots;
      int mask = table.length - 1;
      for (int i = hash & mask; ; i = (i + 1) & mask) {
        Slot slot = table[i];
        if (slot == null) {
          return add(Arrays.copyOfRange(json, from, to), hash);
        }
        if (slot.hash == hash && Arrays.equals(slot.key, 0, slot.key.length, json, from, to)) {
          return slot.node;
        }
      }
    }

    private synchronized @Nullable Node add(byte[] key, int hash) {
      for (Slot slot : slots) {
        if (slot != null && slot.hash == hash && Arrays.equals(slot.key, key)) {
          return slot.node;
        }
      }
      if (members >= MOST_MEMBERS || nodes.incrementAndGet() > MOST_NODES) {
        return null;
      }
      String name = new String(key, StandardCharsets.UTF_8);
      Slot slot = new Slot(hash, key, new Node(names.under(name), name));
      members++;
      @Nullable Slot[] grown =
          Arrays.copyOf(new Slot[0], members * 2 > slots.length ? slots.length * 2 : slots.length);
      for (Slot old : slots) {
        put(grown, old);
      }
      put(grown, slot);
      slots = grown;
      return slot.node;
    }

    private static void put(@Nullable Slot[] table, @Nullable Slot slot) {
      if (slot == null) {
        return;
      }
      int i = slot.hash & (table.length - 1);
      while (table[i] != null) {
        i = (i + 1) & (table.length - 1);
      }
      table[i] = slot;
    }
  }
}
