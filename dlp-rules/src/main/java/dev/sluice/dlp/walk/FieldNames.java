package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Form and query names with structure: {@code user[address][zip]}, {@code user.zip}. */
final class FieldNames {

  private FieldNames() {}

  static ValueContext context(Place place, String name) {
    if (name.indexOf('[') < 0) {
      return ValueContext.of(place, name);
    }
    List<String> parts = new ArrayList<>();
    for (String part : name.split("[\\[\\]]+")) {
      if (!part.isEmpty() && !part.chars().allMatch(Character::isDigit)) {
        parts.add(part);
      }
    }
    if (parts.isEmpty()) {
      return ValueContext.of(place, name);
    }
    Collections.reverse(parts);
    return new ValueContext(place, parts.get(0), parts.subList(1, parts.size()));
  }
}
