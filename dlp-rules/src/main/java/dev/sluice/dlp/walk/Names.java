package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names above a value in a document, nearest first. */
record Names(String field, List<String> parents) {
  static final Names NONE = new Names("", List.of());
  private static final int KEPT = 3;

  Names {
    parents = List.copyOf(parents);
  }

  /** Members named so only hold what the name above them tells. */
  private static final Set<String> HOLDERS =
      Set.of("value", "val", "values", "text", "#text", "$t", "$", "_", "_text", "_value", "raw");

  Names under(String name) {
    if (field.isEmpty()) {
      return new Names(name, parents);
    }
    if (HOLDERS.contains(name.toLowerCase(Locale.ROOT))) {
      return this;
    }
    List<String> above = new ArrayList<>(KEPT);
    above.add(field);
    for (int i = 0; i < parents.size() && above.size() < KEPT; i++) {
      above.add(parents.get(i));
    }
    return new Names(name, above);
  }

  /** The names for one of several: {@code phones} speaks for a phone. */
  Names item() {
    String one = singular(field);
    return one.equals(field) ? this : new Names(one, parents);
  }

  /** The name of one of them. */
  static String singular(String name) {
    int length = name.length();
    if (length < 4
        || name.charAt(length - 1) != 's'
        || "sui".indexOf(name.charAt(length - 2)) >= 0) {
      return name;
    }
    if (name.endsWith("ies") && length > 5) {
      return name.substring(0, length - 3) + "y";
    }
    boolean es = name.endsWith("sses") || name.endsWith("xes") || name.endsWith("ches");
    return name.substring(0, length - (es ? 2 : 1));
  }

  ValueContext at(Place place) {
    return new ValueContext(place, field, parents);
  }

  static Names of(ValueContext context) {
    return new Names(context.fieldName(), context.parentNames());
  }
}
