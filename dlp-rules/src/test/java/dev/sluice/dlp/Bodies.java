package dev.sluice.dlp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.dlp.rules.Example;
import dev.sluice.dlp.rules.RulePacks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Seeded JSON that comes close to what rules look for. */
final class Bodies {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PLAIN =
      List.of("id", "items", "page", "status", "title", "name", "value", "data", "type", "note");

  private final Random random;
  private final List<Example> examples;
  private final List<String> names = new ArrayList<>(PLAIN);

  Bodies(long seed) {
    this.random = new Random(seed);
    this.examples =
        RulePacks.builtin().stream()
            .flatMap(p -> p.rules().stream())
            .flatMap(r -> r.examples().stream())
            .toList();
    RulePacks.builtin().stream()
        .flatMap(p -> p.rules().stream())
        .forEach(r -> names.addAll(r.fieldNames()));
    List.copyOf(names).forEach(n -> names.add(n + "s"));
  }

  String next() {
    StringBuilder text = new StringBuilder();
    int documents = random.nextInt(8) == 0 ? 3 : 1;
    for (int i = 0; i < documents; i++) {
      text.append(object(3)).append(pick(List.of("", "\n", " \n")));
    }
    return text.toString();
  }

  private ObjectNode object(int depth) {
    ObjectNode node = JSON.createObjectNode();
    int members = 1 + random.nextInt(7);
    for (int i = 0; i < members; i++) {
      String key = random.nextInt(15) == 0 ? value() : pick(names);
      switch (random.nextInt(depth > 0 ? 8 : 6)) {
        case 0 -> node.put(key, random.nextLong());
        case 1 -> node.put(key, random.nextInt(100_000) / 100.0);
        case 2 -> node.put(key, random.nextBoolean());
        case 6 -> node.set(key, object(depth - 1));
        case 7 -> node.set(key, array(depth - 1));
        default -> node.put(key, value());
      }
    }
    return node;
  }

  private ArrayNode array(int depth) {
    ArrayNode node = JSON.createArrayNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      if (random.nextBoolean()) {
        node.add(value());
      } else {
        node.add(object(depth));
      }
    }
    return node;
  }

  private String value() {
    String text = pick(examples).text();
    return switch (random.nextInt(12)) {
      case 0 -> "";
      case 1 -> pick(PLAIN);
      case 2 -> pick(PLAIN) + " " + pick(PLAIN) + " " + pick(PLAIN);
      case 3 -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
      case 4 -> "https://shop.example/items/" + random.nextInt(1000) + "?q=" + pick(PLAIN);
      case 5 -> JSON.createObjectNode().put(pick(names), text).toString();
      case 6 -> "déjà " + text;
      case 7 -> Integer.toString(random.nextInt(100_000_000));
      default -> text;
    };
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
