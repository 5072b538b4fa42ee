package dev.sluice.model;

/**
 * How many subjects of a snapshot are alone with their values in a set of fields; an estimate where
 * there are many combinations.
 *
 * @param set name of the {@link QuasiIdentifiers}
 * @param subjects those looked at; of one combination at most 10 count, so that the share is rather
 *     too high than too low
 * @param unique those with a combination that no other subject has
 */
public record Uniqueness(String set, long subjects, long unique) {
  /** From 0 to 1. */
  public double share() {
    return subjects == 0 ? 0 : (double) unique / subjects;
  }
}
