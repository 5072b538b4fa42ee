package dev.sluice.model;

import java.util.List;

/**
 * Fields that single people out when they stand together, such as postal code, year of birth and
 * sex. Immutable.
 *
 * @param name of the set; matches {@code [a-z0-9-]{1,63}}
 * @param fields names, compared by their letters and digits without case
 */
public record QuasiIdentifiers(String name, List<String> fields) {
  public QuasiIdentifiers {
    fields = List.copyOf(fields);
  }
}
