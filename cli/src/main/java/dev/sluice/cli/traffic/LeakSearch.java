package dev.sluice.cli.traffic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ahocorasick.trie.Trie;

/**
 * Searches places for many values at once, in every decoding. Reports numbers of values, never the
 * values.
 */
public final class LeakSearch {
  private final Trie trie;
  private final Map<String, Integer> numbers = new TreeMap<>();
  private final Map<String, Set<Integer>> hits = new TreeMap<>();

  /** Seeks these; their numbers are their places in the set's order. */
  public LeakSearch(Set<String> values) {
    Trie.TrieBuilder builder = Trie.builder();
    int n = 0;
    for (String value : values) {
      for (String form : Decodings.of(value)) {
        numbers.putIfAbsent(form, n);
        builder.addKeyword(form);
      }
      n++;
    }
    this.trie = builder.build();
  }

  /** Looks into a text. */
  public void text(String place, String text) {
    trie.parseText(
        text,
        emit -> {
          hits.computeIfAbsent(place, p -> new TreeSet<>())
              .add(numbers.getOrDefault(emit.getKeyword(), -1));
          return true;
        });
  }

  /** Looks into what reads as UTF-8. */
  public void bytes(String place, byte[] bytes) {
    text(place, new String(bytes, StandardCharsets.UTF_8));
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
