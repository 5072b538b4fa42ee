package dev.sluice.dlp.validate;

/** Says whether a matched text is what its shape suggests. Pure and thread-safe. */
@FunctionalInterface
public interface Validator {
  boolean accepts(String value);
}
