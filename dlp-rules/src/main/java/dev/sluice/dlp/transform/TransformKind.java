package dev.sluice.dlp.transform;

import java.util.List;
import java.util.Optional;

/** The transforms there are, with what each is for and which parameters it takes. */
public enum TransformKind {
  TOKENIZE("tokenize", "a keyed surrogate of the same shape; equal values get equal ones"),
  FPE(
      "fpe",
      "format-preserving encryption (FF1, NIST SP 800-38G): no two values of one shape collide,"
          + " reversible with the key; for identifiers of 10^6 values or more",
      Parameter.number(
          "keep", 0, 32, "leading letters and digits that stay; 1 for cards, 2 for IBANs, else 0"),
      Parameter.text("tweak", 64, "values under another tweak are mapped otherwise")),
  ENCRYPT(
      "encrypt",
      "AES-SIV (RFC 5297): text that only the key opens again; equal texts get equal ones; the"
          + " shape is lost"),
  HASH(
      "hash",
      "keyed hash in hexadecimal digits; equal values get equal ones",
      Parameter.number("length", 16, 64, "hexadecimal digits; 32")),
  DATE_SHIFT(
      "date-shift",
      "moves a date by whole days, by the same number for all dates of a subject",
      Parameter.number("days", 1, 3650, "most days in either direction; 30")),
  GENERALIZE(
      "generalize",
      "keeps the coarse part of a value",
      Parameter.choice(
          "to",
          Generalize.TARGETS,
          "auto (by the info type), zip3, age-band, ip-prefix (/24 and /48), year-month, year"),
      Parameter.number("width", 2, 50, "years in an age band; 10")),
  BUCKET(
      "bucket",
      "a number becomes the lower bound of its bucket",
      Parameter.amount("width", "buckets of equal width; 10"),
      Parameter.ascending("bounds", "lower bounds of the buckets, instead of a width")),
  MASK(
      "mask",
      "letters and digits become *",
      Parameter.number("keepLast", 0, 4, "last ones shown in values of nine or more; 4"),
      Parameter.text("with", 1, "another sign than *")),
  RANDOM("random", "drawn anew for each exchange, in the same shape"),
  REDACT(
      "redact",
      "a fixed text",
      Parameter.text("text", 64, "what stands there instead of [INFO_TYPE]")),
  REPLACE(
      "replace",
      "one never-real value of the type",
      Parameter.text("with", 256, "the value to write instead")),
  PLACEHOLDER("placeholder", "the text [INFO_TYPE]"),
  DROP("drop", "an empty text"),
  RESIGN("resign", "as tokenize, and tells a replay client to sign the message again"),
  JWT_RESIGN("jwt-resign", "rewrites the claims of a JWT and signs it with a test key"),
  TIME_REFERENCE("time-reference", "leaves a time as it is and notes it, so that replay moves it"),
  KEEP("keep", "leaves the value as it is");

  private final String wireName;
  private final String meaning;
  private final List<Parameter> parameters;

  TransformKind(String wireName, String meaning, Parameter... parameters) {
    this.wireName = wireName;
    this.meaning = meaning;
    this.parameters = List.of(parameters);
  }

  /** The form used in policies, packs and findings. */
  public String wireName() {
    return wireName;
  }

  /** One line for help texts. */
  public String meaning() {
    return meaning;
  }

  public List<Parameter> parameters() {
    return parameters;
  }

  /** The kind of that wire name, or empty. */
  public static Optional<TransformKind> ofWireName(String name) {
    for (TransformKind kind : values()) {
      if (kind.wireName.equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /**
   * Why values of an info type cannot get this transform, if so: a fixed mapping of fewer than 10^6
   * values can be undone by trying them all.
   */
  public Optional<String> objectionFor(String infoType) {
    boolean small = Families.isSmall(Families.of(infoType, ""));
    return switch (this) {
      case FPE, ENCRYPT, HASH ->
          small
              ? Optional.of(
                  "has fewer than 10^6 values, which a fixed mapping does not hide; use redact,"
                      + " generalize or random")
              : this == FPE && !FormatPreserving.takes(infoType)
                  ? Optional.of("is no identifier that fpe can map in its own form; use tokenize")
                  : Optional.empty();
      default -> Optional.empty();
    };
  }
}
