package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import java.util.ArrayList;
import java.util.List;

/** The names above a value in a document, nearest first. */
record Names(String field, List<String> parents) {
  static final Names NONE = new Names("", List.of());
  private static final int KEPT = 3;

  Names {
    parents = List.copyOf(parents);
  }

  Names under(String name) {
    if (field.isEmpty()) {
      return new Names(name, parents);
    }
    List<String> above = new ArrayList<>(KEPT);
    above.add(field);
    for (int i = 0; i < parents.size() && above.size() < KEPT; i++) {
      above.add(parents.get(i));
    }
    return new Names(name, above);
  }

  ValueContext at(Place place) {
    return new ValueContext(place, field, parents);
  }

  static Names of(ValueContext context) {
    return new Names(context.fieldName(), context.parentNames());
  }
}
