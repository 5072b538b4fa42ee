package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.Screen;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Map<Names, Node> nodes = new ConcurrentHashMap<>();
  private final Node root;
  private final Map<Place, Set<String>> plain = new ConcurrentHashMap<>();

  public FieldTree(Screen screen) {
    this.screen = screen;
    this.root = new Node(Names.NONE);
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

  /** The field of those names, made anew each time if there is no room for another. */
  private Node node(Names names) {
    Names heard = heard(names);
    Node known = nodes.get(heard);
    if (known != null) {
      return known;
    }
    return nodes.size() < MOST_NODES ? nodes.computeIfAbsent(heard, Node::new) : new Node(heard);
  }

  /** The names with the mute ones all alike, so that fields that say the same are one. */
  private Names heard(Names names) {
    return new Names(heard(names.field()), screen.heardAbove(names.parents()));
  }

  private String heard(String name) {
    String one = screen.heard(Names.singular(name));
    return one.equals(Names.singular(name)) ? name : screen.heard(name);
  }

  /**
   * A member of an object.
   *
   * @param node the field it is; null if every value of it needs a look, as below a name that may
   *     be replaced: what the new name says nobody knows yet
   * @param mayBeFound whether the name itself may be a finding, or hide one
   * @param holder whether its value may be what another member names
   * @param namer whether its value may name what another member holds
   * @param shape the name's {@link KeyShape}
   */
  record Member(
      int hash,
      byte[] key,
      @Nullable Node node,
      boolean mayBeFound,
      boolean holder,
      boolean namer,
      int shape) {

    boolean is(int otherHash, byte[] json, int from, int to) {
      return hash == otherHash && Arrays.equals(key, 0, key.length, json, from, to);
    }
  }

  private boolean mayBeFound(String name, byte[] utf8) {
    PlainText text = new PlainText();
    text.read(utf8, 0, utf8.length);
    return utf8.length > 0 && (text.mayHide(utf8, 0, utf8.length) || screen.findsIn(name));
  }

  /** One field and those below it. */
  final class Node {
    private final Names names;
    private final Screen.Field field;
    private volatile @Nullable Member[] members = new Member[FIRST_SLOTS];
    private int known;

    private Node(Names names) {
      this.names = names;
      this.field = screen.field(names.at(Place.BODY_FIELD));
    }

    Screen.Field field() {
      return field;
    }

    /** The field of the elements of an array in this one. */
    Node item() {
      Names one = names.item();
      return one == names ? this : node(one);
    }

    /** The member of that name. */
    Member member(byte[] json, int from, int to, int hash) {
      @Nullable Member[] table = members;
      int mask = table.length - 1;
      for (int i = hash & mask; ; i = (i + 1) & mask) {
        Member member = table[i];
        if (member == null) {
          return add(Arrays.copyOfRange(json, from, to), hash);
        }
        if (member.is(hash, json, from, to)) {
          return member;
        }
      }
    }

    private Member add(byte[] key, int hash) {
      String name = new String(key, StandardCharsets.UTF_8);
      boolean mayBeFound = mayBeFound(name, key);
      Member member =
          new Member(
              hash,
              key,
              mayBeFound ? null : node(names.under(name)),
              mayBeFound,
              JsonPairs.holds(name),
              JsonPairs.names(name),
              KeyShape.of(name, 0, name.length()));
      remember(member);
      return member;
    }

    private synchronized void remember(Member member) {
      if (known >= MOST_MEMBERS) {
        return;
      }
      known++;
      @Nullable Member[] old = members;
      @Nullable Member[] grown = new Member[known * 2 > old.length ? old.length * 2 : old.length];
      for (Member one : old) {
        put(grown, one);
      }
      put(grown, member);
      members = grown;
    }

    private static void put(@Nullable Member[] table, @Nullable Member member) {
      if (member == null) {
        return;
      }
      int i = member.hash() & (table.length - 1);
      while (table[i] != null) {
        i = (i + 1) & (table.length - 1);
      }
      table[i] = member;
    }
  }
}
