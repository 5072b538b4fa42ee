package dev.sluice.capture.internal;

import dev.sluice.model.Trace;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code traceparent} header (W3C Trace Context, section 3.2). */
public final class TraceParent {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.{0,256})?");

  private TraceParent() {}

  /** The ids of the header; {@link Trace#NONE} for anything else. */
  public static Trace parse(String header) {
    Matcher m = FORM.matcher(header.strip());
    return m.matches() ? new Trace(Optional.of(m.group(1)), Optional.of(m.group(2))) : Trace.NONE;
  }
}
