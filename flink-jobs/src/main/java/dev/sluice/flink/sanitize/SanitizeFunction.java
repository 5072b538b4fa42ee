package dev.sluice.flink.sanitize;

import dev.sluice.capture.Decoded;
import dev.sluice.flink.policy.Governing;
import dev.sluice.flink.policy.Governor;
import dev.sluice.flink.policy.PolicySource;
import dev.sluice.flink.source.RawRecord;
import dev.sluice.flink.stream.SanitizedMessage;
import dev.sluice.model.Capture;
import dev.sluice.model.QuarantineReason;
import dev.sluice.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Engine and gate in the source's chain: one {@link Outcome} for each record, and on the side a
 * {@link SanitizedMessage} for each that passed, a {@link QuarantineMessage} for each that did not.
 */
public final class SanitizeFunction extends ProcessFunction<RawRecord, Outcome>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  private static final ListStateDescriptor<String> HEADS =
      new ListStateDescriptor<>("policy-heads", StringSerializer.INSTANCE);

  private final PolicySource source;
  private transient @Nullable Sanitizer sanitizer;
  private transient @Nullable Governor governor;
  private transient @Nullable ListState<String> heads;

  public SanitizeFunction(PolicySource source) {
    this.source = source;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    heads = context.getOperatorStateStore().getUnionListState(HEADS);
  }

  @Override
  public void open(OpenContext context) throws Exception {
    MetricGroup metrics = getRuntimeContext().getMetricGroup().addGroup("sluice");
    Governor opened = Governor.open(source);
    governor = opened;
    List<String> known = new ArrayList<>();
    if (heads != null) {
      heads.get().forEach(known::add);
    }
    opened.awaitStart(known);
    metrics.gauge("policyNumber", opened::number);
    metrics.gauge("policyRecordsRefused", opened::refused);
    metrics.gauge("policyWaits", opened::waits);
    metrics.gauge("shadowExchanges", opened::shadowed);
    metrics.gauge("shadowDiffering", opened::shadowedDiffering);
    sanitizer = new Sanitizer(opened, new OutcomeMetrics(metrics));
  }

  /** What the timeline was known to hold: a start that finds less must not go on. */
  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    if (heads != null && governor != null) {
      governor.report();
      heads.update(governor.head().map(List::of).orElse(List.of()));
    }
  }

  @Override
  public void close() {
    if (governor != null) {
      governor.close();
    }
  }

  @Override
  public void processElement(RawRecord record, Context context, Collector<Outcome> out)
      throws InterruptedException {
    if (sanitizer == null) {
      throw new IllegalStateException("not opened");
    }
    sanitizer.sanitize(
        record,
        out::collect,
        message -> context.output(QuarantineMessage.SIDE, message),
        message -> context.output(SanitizedMessage.SIDE, message));
  }

  /** The work on one record; apart from Flink so that it can be tried alone. */
  static final class Sanitizer {
    private final Governor governor;
    private final OutcomeMetrics metrics;
    private final Judge judge;

    Sanitizer(Governor governor, OutcomeMetrics metrics) {
      this.governor = governor;
      this.metrics = metrics;
      this.judge = new Judge(governor.keyId());
    }

    void sanitize(
        RawRecord record,
        java.util.function.Consumer<Outcome> out,
        java.util.function.Consumer<QuarantineMessage> side,
        java.util.function.Consumer<SanitizedMessage> stream)
        throws InterruptedException {
      long before = System.nanoTime();
      Judge.Judged judged = judge(record);
      metrics.took(System.nanoTime() - before);
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
      judged.passed().ifPresent(passed -> stream.accept(new SanitizedMessage(record.at(), passed)));
    }

    private Judge.Judged judge(RawRecord record) throws InterruptedException {
      if (record.decoded() instanceof Decoded.Failed failed) {
        return Judge.Judged.leftOut(
            new Outcome.Quarantined(record.at(), failed.reason(), Optional.empty()),
            failed.errorClass());
      }
      Capture capture = ((Decoded.Ok) record.decoded()).capture();
      Optional<Governing> governing =
          governor.at(capture.raw().ts().toEpochMilli(), record.appended());
      if (governing.isEmpty()) {
        return Judge.Judged.leftOut(
            new Outcome.Quarantined(record.at(), QuarantineReason.TS_IN_FUTURE, Optional.empty()),
            "");
      }
      return judge.judge(record.at(), capture, governing.get(), verdict -> seen(capture, verdict));
    }

    private void seen(Capture capture, Verdict verdict) {
      governor.judged(capture.raw().ts().toEpochMilli(), capture, verdict);
      if (verdict instanceof Verdict.Pass pass) {
        metrics.findings(pass.exchange().findings());
      }
    }
  }
}
