package dev.sluice.dlp.eval.containers;

/** A named value of a message. Prints no value. */
public record Field(String name, String value) {
  @Override
  public String toString() {
    return "Field[" + name + "]";
  }
}
