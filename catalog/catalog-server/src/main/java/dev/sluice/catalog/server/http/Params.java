package dev.sluice.catalog.server.http;

import dev.sluice.catalog.server.problem.ErrorCode;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Query parameters, checked; a bad one is named in the problem, its value is not repeated. */
public final class Params {
  private static final int MAX_LENGTH = 500;
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");

  private Params() {}

  /** The parameter's text; empty when absent or blank. */
  public static Optional<String> text(Context ctx, String name) {
    Optional<String> value =
        Optional.ofNullable(ctx.queryParam(name)).map(String::strip).filter(v -> !v.isEmpty());
    if (value.isPresent() && value.get().length() > MAX_LENGTH) {
      throw ErrorCode.BAD_REQUEST.with(name + " is longer than " + MAX_LENGTH + " characters");
    }
    return value;
  }

  static boolean flag(Context ctx, String name, boolean otherwise) {
    return switch (text(ctx, name).orElse("")) {
      case "" -> otherwise;
      case "true" -> true;
      case "false" -> false;
      default -> throw ErrorCode.BAD_REQUEST.with(name + " must be true or false");
    };
  }

  static long number(Context ctx, String name, long otherwise, long min, long max) {
    Optional<String> text = text(ctx, name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      long value = Long.parseLong(text.get());
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // The message would repeat the input.
    }
    throw ErrorCode.BAD_REQUEST.with(name + " must be a number from " + min + " to " + max);
  }

  static Optional<Instant> time(Context ctx, String name) {
    return text(ctx, name).map(v -> instant(name, v));
  }

  /** Reads a time such as {@code 2026-11-22T12:00Z}, from 1970 on. */
  public static Instant instant(String name, String text) {
    try {
      Instant time = OffsetDateTime.parse(text).toInstant();
      if (!time.isBefore(FIRST) && time.isBefore(FIRST.plus(3_000_000, ChronoUnit.DAYS))) {
        return time;
      }
    } catch (DateTimeException e) {
      // The message would repeat the input.
    }
    throw ErrorCode.BAD_REQUEST.with(name + " must be a time such as 2026-11-22T12:00:00Z");
  }

  /** Reads an enum constant in any case. */
  public static <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(c -> c.name().equals(text.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                ErrorCode.BAD_REQUEST.with(
                    name + " must be one of " + Arrays.toString(type.getEnumConstants())));
  }
}
