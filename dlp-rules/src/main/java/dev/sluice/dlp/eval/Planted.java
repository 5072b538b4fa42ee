package dev.sluice.dlp.eval;

import dev.sluice.dlp.eval.containers.Container;
import dev.sluice.dlp.eval.containers.Field;
import java.util.List;

/**
 * A value in a message. Prints nothing of it.
 *
 * @param named whether the field's name tells what it is
 * @param fields the value's own among harmless ones
 * @param at index of the value's own
 * @param value the sensitive part of that field
 */
record Planted(
    Kind kind, boolean named, Container container, List<Field> fields, int at, String value) {

  /** The whole value of the field it stands in. */
  String fieldValue() {
    return fields.get(at).value();
  }

  @Override
  public String toString() {
    return "Planted[" + kind.id() + " in " + container.name() + "]";
  }
}
