package dev.sluice.cli.traffic;

import dev.sluice.flink.sink.PackedState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Searches places for many values at once, in every decoding. Reports numbers of values, never the
 * values.
 */
public final class LeakSearch {
  /** Forms are found by their first bytes; none is shorter. */
  private static final int HEAD = 6;

  private static final long HEAD_BITS = (1L << (8 * HEAD)) - 1;
  private static final int SLOTS = 1 << 20;

  private final Map<Long, List<Form>> forms = new HashMap<>();
  private final BitSet heads = new BitSet(SLOTS);
  private final Map<String, Set<Integer>> hits = new TreeMap<>();

  private record Form(byte[] bytes, int number) {}

  /**
   * Seeks these; their numbers are their places in the set's order.
   *
   * @throws IllegalArgumentException if one has under six bytes
   */
  public LeakSearch(Set<String> values) {
    int n = 0;
    for (String value : values) {
      for (String form : Decodings.of(value)) {
        add(new Form(form.getBytes(StandardCharsets.UTF_8), n));
      }
      n++;
    }
  }

  private void add(Form form) {
    if (form.bytes().length < HEAD) {
      throw new IllegalArgumentException("too short to be sought");
    }
    long head = 0;
    for (int i = 0; i < HEAD; i++) {
      head = head << 8 | form.bytes()[i] & 0xff;
    }
    forms.computeIfAbsent(head, h -> new ArrayList<>()).add(form);
    heads.set(slot(head));
  }

  private static int slot(long head) {
    return (int) (head * 0x9E3779B97F4A7C15L >>> 44);
  }

  /** Looks into a text. */
  public void text(String place, String text) {
    bytes(place, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Looks into bytes, and into what stands packed in them. */
  public void bytes(String place, byte[] bytes) {
    plain(place, bytes);
    PackedState.contents(bytes).forEach(content -> plain(place, content));
  }

  private void plain(String place, byte[] bytes) {
    long head = 0;
    for (int i = 0; i < bytes.length; i++) {
      head = (head << 8 | bytes[i] & 0xff) & HEAD_BITS;
      if (i >= HEAD - 1 && heads.get(slot(head))) {
        compare(place, bytes, i - HEAD + 1, forms.getOrDefault(head, List.of()));
      }
    }
  }

  private void compare(String place, byte[] bytes, int from, List<Form> candidates) {
    for (Form form : candidates) {
      int to = from + form.bytes().length;
      if (to <= bytes.length
          && Arrays.equals(bytes, from, to, form.bytes(), 0, form.bytes().length)) {
        hits.computeIfAbsent(place, p -> new TreeSet<>()).add(form.number());
      }
    }
  }

  /** Looks into all files of a folder; one that goes away meanwhile is passed over. */
  public void files(String place, Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        try {
          bytes(place, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
          continue;
        }
      }
    }
  }

  /** Place to the numbers of the values found there; empty when nothing leaked. */
  public Map<String, Set<Integer>> hits() {
    return hits;
  }
}
