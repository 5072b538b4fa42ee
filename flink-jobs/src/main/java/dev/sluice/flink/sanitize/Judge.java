package dev.sluice.flink.sanitize;

import dev.sluice.flink.policy.Governing;
import dev.sluice.model.Capture;
import dev.sluice.model.Exchange;
import dev.sluice.model.QuarantineReason;
import dev.sluice.model.RecordPointer;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.Verdict;
import dev.sluice.snapshot.row.RowCodec;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Engine and gate on one capture: the only way from a capture to a row, for the stream and for
 * records that are driven through again. Not thread-safe.
 */
public final class Judge {
  private final Authorities authorities;

  /**
   * @param keyId of the tokenization key
   */
  public Judge(String keyId) {
    this.authorities = new Authorities(keyId);
  }

  /**
   * What became of a capture.
   *
   * @param errorClass name of the exception behind it, or empty
   * @param passed what the row is of, if it became one
   */
  public record Judged(
      Outcome.OfRecord outcome, String errorClass, Optional<SanitizedExchange> passed) {
    static Judged leftOut(Outcome.OfRecord outcome, String errorClass) {
      return new Judged(outcome, errorClass, Optional.empty());
    }
  }

  /**
   * Never throws but for a dying JVM.
   *
   * @param seen is told the engine's verdict
   */
  public Judged judge(RecordPointer at, Capture capture, Governing by, Consumer<Verdict> seen) {
    try {
      return decide(at, capture, by, seen);
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      // Its message may hold the input: only the class goes on.
      return Judged.leftOut(
          new Outcome.Quarantined(at, QuarantineReason.INTERNAL_ERROR, Optional.empty()),
          e.getClass().getSimpleName());
    }
  }

  private Judged decide(RecordPointer at, Capture capture, Governing by, Consumer<Verdict> seen) {
    Verdict verdict = by.engine().sanitize(capture);
    seen.accept(verdict);
    if (verdict instanceof Verdict.Pass pass) {
      SanitizedExchange exchange = pass.exchange();
      return new Judged(row(at, exchange, capture, by), "", Optional.of(exchange));
    }
    Optional<WindowKey> window = declaredWindow(capture.raw(), by);
    if (verdict instanceof Verdict.Quarantine q) {
      return Judged.leftOut(new Outcome.Quarantined(at, q.reason(), window), q.errorClass());
    }
    return Judged.leftOut(
        verdict instanceof Verdict.Filtered
            ? new Outcome.Filtered(at, window)
            : new Outcome.Sampled(at, window),
        "");
  }

  private Outcome.Row row(
      RecordPointer at, SanitizedExchange sanitized, Capture capture, Governing by) {
    // By the raw time: the row's own may be moved.
    Exchange e = capture.raw();
    return new Outcome.Row(
        at,
        WindowKey.of(e.env(), e.service(), e.ts(), lengthOf(e, by)),
        RowCodec.encode(sanitized),
        by.terms(e.env(), e.service()),
        authorities.hashOf(capture.raw().request().url()));
  }

  /** The window of a record that did not pass, if its raw names are ones the policy declares. */
  private static Optional<WindowKey> declaredWindow(Exchange raw, Governing by) {
    return by.engine().declares(raw.env(), raw.service())
        ? Optional.of(WindowKey.of(raw.env(), raw.service(), raw.ts(), lengthOf(raw, by)))
        : Optional.empty();
  }

  private static Duration lengthOf(Exchange e, Governing by) {
    return by.engine().policyFor(e.env(), e.service()).windows().of(e.service());
  }
}
