package dev.sluice.dlp.detect;

import dev.sluice.dlp.rules.Example;
import dev.sluice.dlp.rules.Rule;
import java.util.List;
import java.util.Random;

/**
 * Seeded texts that come close to what rules look for: examples, pieces of them, glue and noise.
 */
final class TextGenerator {

  private static final List<String> GLUE =
      List.of(
          " ",
          "",
          "\n",
          "\":\"",
          "=",
          "&",
          ", ",
          "-",
          ".",
          "/",
          "1",
          "a",
          "_",
          "😀",
          "é",
          "身份证",
          " token ",
          "password: ",
          " ssn ",
          "K",
          "ſ",
          "\t",
          "::",
          "+");

  private final Random random;
  private final List<Example> examples;

  TextGenerator(long seed, List<Rule> rules) {
    this.random = new Random(seed);
    this.examples = rules.stream().flatMap(r -> r.examples().stream()).toList();
  }

  String next() {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(6);
    for (int i = 0; i < pieces; i++) {
      text.append(pick(GLUE)).append(piece()).append(pick(GLUE));
    }
    return text.toString();
  }

  ValueContext nextContext() {
    if (random.nextBoolean()) {
      return pick(examples).context();
    }
    Place place = Place.values()[random.nextInt(Place.values().length)];
    return ValueContext.of(place, random.nextBoolean() ? "" : pick(examples).context().fieldName());
  }

  private String piece() {
    String example = pick(examples).text();
    return switch (random.nextInt(4)) {
      case 0 -> example;
      case 1 -> example.substring(random.nextInt(example.length()));
      case 2 -> mutated(example);
      default -> noise();
    };
  }

  private String mutated(String text) {
    StringBuilder mutated = new StringBuilder(text);
    mutated.setCharAt(random.nextInt(text.length()), (char) (' ' + random.nextInt(95)));
    return mutated.toString();
  }

  private String noise() {
    String alphabet = random.nextBoolean() ? "0123456789-. " : "abAB01:@._-/+={}\"' ";
    StringBuilder noise = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return noise.toString();
  }

  private <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
