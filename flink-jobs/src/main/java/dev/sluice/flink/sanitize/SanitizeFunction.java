package dev.sluice.flink.sanitize;

import dev.sluice.capture.Decoded;
import dev.sluice.dlp.Engine;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.flink.EngineSource;
import dev.sluice.flink.source.RawRecord;
import dev.sluice.model.Capture;
import dev.sluice.model.Exchange;
import dev.sluice.model.PolicyTerms;
import dev.sluice.model.QuarantineReason;
import dev.sluice.model.RecordPointer;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.Verdict;
import dev.sluice.snapshot.row.RowCodec;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Engine and gate in the source's chain: one {@link Outcome} for each record, and a {@link
 * QuarantineMessage} on the side for each that did not pass.
 */
public final class SanitizeFunction extends ProcessFunction<RawRecord, Outcome> {
  private static final long serialVersionUID = 1L;

  private final EngineSource source;
  private transient @Nullable Sanitizer sanitizer;

  public SanitizeFunction(EngineSource source) {
    this.source = source;
  }

  @Override
  public void open(OpenContext context) {
    Policy policy = source.policy();
    sanitizer =
        new Sanitizer(
            source.engine(policy),
            policy,
            new OutcomeMetrics(getRuntimeContext().getMetricGroup().addGroup("sluice")));
  }

  @Override
  public void processElement(RawRecord record, Context context, Collector<Outcome> out) {
    if (sanitizer == null) {
      throw new IllegalStateException("not opened");
    }
    sanitizer.sanitize(
        record, out::collect, message -> context.output(QuarantineMessage.SIDE, message));
  }

  /** The work on one record; apart from Flink so that it can be tried alone. */
  static final class Sanitizer {
    private final Engine engine;
    private final Policy policy;
    private final OutcomeMetrics metrics;
    private final Authorities authorities;
    private final PolicyTerms terms;

    Sanitizer(Engine engine, Policy policy, OutcomeMetrics metrics) {
      this.engine = engine;
      this.policy = policy;
      this.metrics = metrics;
      this.terms = new PolicyTerms(engine.provenance());
      this.authorities = new Authorities(engine.provenance().keyId());
    }

    void sanitize(
        RawRecord record,
        java.util.function.Consumer<Outcome> out,
        java.util.function.Consumer<QuarantineMessage> side) {
      Judged judged = judge(record);
      metrics.count(judged.outcome());
      if (judged.outcome() instanceof Outcome.Quarantined q) {
        side.accept(
            QuarantineMessage.of(
                q.at(),
                q.reason(),
                judged.errorClass(),
                q.window().map(WindowKey::serviceName).orElse(""),
                record.appended()));
      }
      out.accept(judged.outcome());
    }

    private Judged judge(RawRecord record) {
      if (record.decoded() instanceof Decoded.Failed failed) {
        return new Judged(
            new Outcome.Quarantined(record.at(), failed.reason(), Optional.empty()),
            failed.errorClass());
      }
      Capture capture = ((Decoded.Ok) record.decoded()).capture();
      try {
        return judge(record.at(), capture);
      } catch (OutOfMemoryError e) {
        throw e;
      } catch (Throwable e) {
        // Its message may hold the input: only the class goes on.
        return new Judged(
            new Outcome.Quarantined(record.at(), QuarantineReason.INTERNAL_ERROR, Optional.empty()),
            e.getClass().getSimpleName());
      }
    }

    private Judged judge(RecordPointer at, Capture capture) {
      Verdict verdict = engine.sanitize(capture);
      if (verdict instanceof Verdict.Pass pass) {
        return new Judged(row(at, pass.exchange(), capture), "");
      }
      Optional<WindowKey> window = declaredWindow(capture.raw());
      if (verdict instanceof Verdict.Quarantine q) {
        return new Judged(new Outcome.Quarantined(at, q.reason(), window), q.errorClass());
      }
      return new Judged(
          verdict instanceof Verdict.Filtered
              ? new Outcome.Filtered(at, window)
              : new Outcome.Sampled(at, window),
          "");
    }

    private Outcome.Row row(RecordPointer at, SanitizedExchange sanitized, Capture capture) {
      Exchange e = sanitized.exchange();
      return new Outcome.Row(
          at,
          WindowKey.of(e.env(), e.service(), e.ts(), policy.windows().of(e.service())),
          RowCodec.encode(sanitized),
          terms,
          authorities.hashOf(capture.raw().request().url()));
    }

    /** The window of a record that did not pass, if its raw names are ones the policy declares. */
    private Optional<WindowKey> declaredWindow(Exchange raw) {
      return policy.declares(raw.env(), raw.service())
          ? Optional.of(
              WindowKey.of(raw.env(), raw.service(), raw.ts(), policy.windows().of(raw.service())))
          : Optional.empty();
    }

    private record Judged(Outcome.OfRecord outcome, String errorClass) {}
  }
}
