package dev.sluice.model;

import java.util.Locale;

/**
 * Why a record was not passed on. The codes are stable: dashboards, alerts and the quarantine topic
 * use them.
 */
public enum QuarantineReason {
  /** The message has no bytes. */
  EMPTY_MESSAGE,
  /** The message names a format no decoder knows. */
  UNKNOWN_FORMAT,
  /** The message is not valid in its format. */
  MALFORMED_CAPTURE,
  /** The message is larger than the limit. */
  TOO_LARGE,
  /** A required field is missing or has the wrong type. */
  MISSING_FIELD,
  /** No usable timestamp. */
  MISSING_TIMESTAMP,
  /** The timestamp lies too far after the record's append time. */
  TS_IN_FUTURE,
  /** Service or environment is ill-formed or not declared. */
  UNDECLARED_SERVICE,
  /** The message or a text body is not valid UTF-8. */
  INVALID_UTF8,
  /** Nesting is deeper than the limit. */
  TOO_DEEP,
  /** A body's content coding could not be undone. */
  UNDECODABLE_BODY,
  /** A body grows past the limit when decoded. */
  DECOMPRESSION_LIMIT,
  /** A body is not what its content type says, and cannot be read as anything else. */
  CONTENT_TYPE_MISMATCH,
  /** A body cannot be read and the policy asks for quarantine instead of a placeholder. */
  UNREADABLE_BODY,
  /** The work limit was reached. */
  WORK_LIMIT,
  /** The second look still found something sensitive. */
  RESIDUAL_FINDING,
  /** The second look found an original value in the output. */
  ORIGINAL_SURVIVED,
  /** The output could not be proven well-formed. */
  OUTPUT_INVALID,
  /** Any other failure while decoding or sanitizing. */
  INTERNAL_ERROR;

  /** The kebab-case code, for example {@code residual-finding}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reason with this {@link #code()}. */
  public static QuarantineReason ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
