package dev.sluice.capture.synthetic;

import java.util.HashSet;
import java.util.Set;

/** JSON objects of about a size. Not thread-safe. */
final class JsonMaker {
  private static final int DEEPEST = 4;

  /** Large answers are lists, not objects of hundreds of names. */
  private static final int MOST_FIELDS = 20;

  private static final int LISTED = 300;

  private final Dice dice;
  private final Words words;
  private final Sensitive sensitive;
  private final double density;
  private final StringBuilder json = new StringBuilder();

  /**
   * @param density share of the fields that hold something sensitive
   */
  JsonMaker(Dice dice, Words words, Sensitive sensitive, double density) {
    this.dice = dice;
    this.words = words;
    this.sensitive = sensitive;
    this.density = density;
  }

  /** An object of that many characters or some more. */
  String object(int size) {
    json.setLength(0);
    object(size, 1);
    return json.toString();
  }

  private void object(int size, int depth) {
    json.append('{');
    int start = json.length();
    Set<String> names = new HashSet<>();
    while (json.length() - start < size) {
      if (json.length() > start) {
        json.append(',');
      }
      if (names.size() < MOST_FIELDS) {
        field(size, depth, names);
      } else {
        name("results", names);
        list(size - (json.length() - start), depth);
      }
    }
    json.append('}');
  }

  private void list(int size, int depth) {
    json.append('[');
    int start = json.length();
    do {
      json.append(json.length() > start ? "," : "");
      object(LISTED, depth + 1);
    } while (json.length() - start < size);
    json.append(']');
  }

  private void field(int size, int depth, Set<String> names) {
    int kind = depth < DEEPEST ? dice.below(12) : 2 + dice.below(10);
    switch (kind) {
      case 0 -> {
        name(words.key(), names);
        object(80 + dice.below(Math.max(100, size / 3)), depth + 1);
      }
      case 1 -> {
        name("items", names);
        array(() -> object(80 + dice.below(300), depth + 1));
      }
      case 2 -> {
        name("tags", names);
        array(() -> json.append('"').append(words.word()).append('"'));
      }
      default -> scalar(names);
    }
  }

  private void scalar(Set<String> names) {
    if (dice.chance(density)) {
      Sensitive.Field field = sensitive.field();
      name(field.name(), names);
      json.append('"').append(field.value()).append('"');
    } else {
      name(words.key(), names);
      json.append(words.scalar());
    }
  }

  /** A name that the object has already gets a number. */
  private void name(String name, Set<String> names) {
    String free = name;
    for (int n = 2; !names.add(free); n++) {
      free = name + n;
    }
    json.append('"').append(free).append("\":");
  }

  private void array(Runnable element) {
    json.append('[');
    int elements = 1 + dice.below(5);
    for (int i = 0; i < elements; i++) {
      if (i > 0) {
        json.append(',');
      }
      element.run();
    }
    json.append(']');
  }
}
