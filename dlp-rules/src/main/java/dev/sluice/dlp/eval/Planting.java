package dev.sluice.dlp.eval;

import dev.sluice.dlp.eval.containers.Container;
import dev.sluice.dlp.eval.containers.Field;
import dev.sluice.dlp.eval.values.Dice;
import dev.sluice.dlp.eval.values.Template;
import java.util.ArrayList;
import java.util.List;

/** Plants values of all kinds into all containers. */
final class Planting {
  private static final int OTHERS = 4;
  private static final List<String> NEUTRAL =
      List.of("value", "data", "content", "f1", "item", "payloadText");

  /** Harmless fields, also as hard negatives. */
  private static final List<Field> HARMLESS =
      List.of(
          new Field("orderNo", "ORD-{int:10000000-99999999}"),
          new Field("sku", "AB-{int:10000-99999}-XL"),
          new Field("appVersion", "120.0.{int:0-9}.0"),
          new Field("price", "{int:100-9999}.50"),
          new Field("currency", "EUR"),
          new Field("status", "PENDING_REVIEW"),
          new Field("colour", "#{hex:6}"),
          new Field("revision", "{hex:40}"),
          new Field("asset", "main.{hex:8}.chunk.js"),
          new Field("labelKey", "checkout.form.submit.label"),
          new Field("category", "garden-tools"),
          new Field("description", "Three blue pots for the balcony"),
          new Field("weightGrams", "{int:100-4000}"));

  private final long seed;

  Planting(long seed) {
    this.seed = seed;
  }

  /**
   * @param size values of each kind for each container, named and neutral
   */
  List<Planted> plant(List<Kind> kinds, List<Container> containers, int size) {
    List<Planted> planted = new ArrayList<>();
    for (Kind kind : kinds) {
      for (Container container : containers) {
        Dice dice = new Dice(seed, kind.id()); // the same messages in every container
        for (int i = 0; i < size; i++) {
          plant(kind, container, dice, planted);
        }
      }
    }
    return planted;
  }

  private static void plant(Kind kind, Container container, Dice dice, List<Planted> planted) {
    Sample sample = Sample.draw(dice.pick(kind.values()), dice);
    if (kind.names().isEmpty() || !container.takes(sample.text())) {
      return;
    }
    if (container.hasNames()) {
      planted.add(message(kind, true, container, dice.pick(kind.names()), sample, dice));
    }
    if (kind.evident()) {
      planted.add(message(kind, false, container, dice.pick(NEUTRAL), sample, dice));
    }
  }

  private static Planted message(
      Kind kind, boolean named, Container container, String name, Sample sample, Dice dice) {
    List<Field> pool = new ArrayList<>(HARMLESS);
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < OTHERS; i++) {
      Field other = pool.remove(dice.between(0, pool.size() - 1));
      fields.add(new Field(other.name(), Template.expand(other.value(), dice)));
    }
    int at = dice.between(0, OTHERS);
    fields.add(at, new Field(name, sample.text()));
    return new Planted(kind, named, container, List.copyOf(fields), at, sample.value());
  }
}
