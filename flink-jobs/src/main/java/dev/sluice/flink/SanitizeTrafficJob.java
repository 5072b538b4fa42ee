package dev.sluice.flink;

import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.policy.WindowDelays;
import dev.sluice.flink.policy.PolicyTopic;
import dev.sluice.flink.sanitize.MarkOperator;
import dev.sluice.flink.sanitize.Outcome;
import dev.sluice.flink.sanitize.QuarantineMessage;
import dev.sluice.flink.sanitize.QuarantineTopic;
import dev.sluice.flink.sanitize.SanitizeFunction;
import dev.sluice.flink.sink.SealRules;
import dev.sluice.flink.sink.SnapshotSink;
import dev.sluice.flink.source.CaptureSource;
import dev.sluice.flink.source.CaptureTime;
import dev.sluice.flink.source.ChainOnlyType;
import dev.sluice.flink.stream.SanitizedMessage;
import dev.sluice.flink.stream.SanitizedSink;
import dev.sluice.flink.stream.SanitizedTopic;
import java.time.Duration;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The stream, as one job:
 *
 * <pre>
 * captures.raw ─► [ source ─► sanitize ─► mark ─► writer ] ─► aggregator ─► committer
 *                   one chain; raw data ends here  │          reports       parts, manifests,
 *                                                  │          of parts      outbox, ledger
 *                              sanitize ─► captures.quarantine (pointers)
 *                              sanitize ─► captures.sanitized (if wanted; in the same chain)
 * </pre>
 *
 * The chain is checked, not hoped for: a graph in which a raw type crosses an edge is refused.
 */
public final class SanitizeTrafficJob {
  /** Name shown by Flink. */
  public static final String NAME = "sluice";

  private SanitizeTrafficJob() {}

  /**
   * The graph of a run, checked to carry no raw edge.
   *
   * @param incarnation name of this start in the ledger; a restore keeps the one of its checkpoint
   * @throws dev.sluice.model.SluiceException if anything in the config would let raw data leave the
   *     chain, or policy, packs or key are unusable
   */
  public static JobGraph describe(JobConfig config, String incarnation) {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(ForcedSettings.of(config));
    build(env, config, incarnation);
    JobGraph graph = env.getStreamGraph().getJobGraph();
    ForcedSettings.require(env);
    NoRawEdges.require(graph);
    OneChain.require(graph);
    return graph;
  }

  /** Published policies decide about captures of this much after their record at most. */
  private static Duration maxSkew(JobConfig config, Policy policy) {
    return config
        .policies()
        .topic()
        .map(PolicyTopic::maxSkew)
        .filter(skew -> skew.compareTo(policy.maxSkew()) < 0)
        .orElse(policy.maxSkew());
  }

  static void build(StreamExecutionEnvironment env, JobConfig config, String incarnation) {
    Policy policy = config.engine().policy();
    SealRules.ProvenanceForm provenance =
        SealRules.ProvenanceForm.of(config.engine().engine(policy).provenance());
    SealRules rules =
        new SealRules(
            config.untilLatest(),
            WindowDelays.of(policy),
            config.backfillRun().orElse(""),
            config.ledgerRun(),
            incarnation,
            provenance);
    SingleOutputStreamOperator<Outcome> outcomes =
        env.fromSource(
                CaptureSource.of(config, maxSkew(config, policy)),
                CaptureTime.strategy(config),
                OneChain.SOURCE)
            .uid(OneChain.SOURCE)
            .process(new SanitizeFunction(config.policies()), ChainOnlyType.of(Outcome.class))
            .name(OneChain.SANITIZE)
            .uid(OneChain.SANITIZE);
    outcomes
        .getSideOutput(QuarantineMessage.SIDE)
        .sinkTo(
            QuarantineTopic.sink(
                config.kafka(), config.quarantineTopic(), config.backfillRun().orElse("")))
        .name("sluice-quarantine")
        .uid("sluice-quarantine");
    config.sanitizedTopic().ifPresent(topic -> stream(outcomes, config, topic));
    outcomes
        .transform(OneChain.MARK, ChainOnlyType.of(Outcome.class), new MarkOperator())
        .uid(OneChain.MARK)
        .sinkTo(new SnapshotSink(config, rules))
        .name(OneChain.SINK)
        .uid(OneChain.SINK);
  }

  private static void stream(
      SingleOutputStreamOperator<Outcome> outcomes, JobConfig config, SanitizedTopic topic) {
    outcomes
        .getSideOutput(SanitizedMessage.SIDE)
        .sinkTo(new SanitizedSink(config.kafka(), topic, config.ledgerRun(), config.topic()))
        .name(OneChain.STREAM)
        .uid(OneChain.STREAM);
  }
}
