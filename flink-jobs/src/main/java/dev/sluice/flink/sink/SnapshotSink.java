package dev.sluice.flink.sink;

import dev.sluice.flink.JobConfig;
import dev.sluice.flink.StoreOpener;
import dev.sluice.flink.sanitize.Outcome;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessageTypeInfo;
import org.apache.flink.streaming.api.connector.sink2.SupportsPreCommitTopology;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Sanitized rows to sealed snapshots, exactly once:
 *
 * <pre>
 * writer ×N ── WriterReport ──► aggregator ×1 ── CheckpointCommit ──► committer ×1
 *   parts, staged                 decides seals                        parts, manifests,
 *                                 and lateness                         outbox, ledger
 * </pre>
 */
public final class SnapshotSink
    implements Sink<Outcome>,
        SupportsWriterState<Outcome, HeldWindow>,
        SupportsCommitter<CheckpointCommit>,
        SupportsPreCommitTopology<WriterReport, CheckpointCommit> {
  private static final long serialVersionUID = 1L;

  /** Uid of the aggregator. */
  public static final String AGGREGATOR = "sluice-seal";

  private final StoreOpener store;
  private final JobConfig.Memory memory;
  private final Duration idleness;
  private final SealRules rules;
  private final String catalog;
  private final Idle idle;

  /**
   * What the aggregator needs to tell silence from delay.
   *
   * @param kafka settings of Kafka clients; a serializable map
   * @param sealAfter silence after which the wall clock counts
   */
  record Idle(Map<String, String> kafka, String topic, Duration outOfOrderness, Duration sealAfter)
      implements Serializable {}

  public SnapshotSink(JobConfig config, SealRules rules) {
    this.store = config.store();
    this.memory = config.memory();
    this.idleness = config.timing().idleness();
    this.rules = rules;
    this.catalog = config.catalogHint().map(URI::toString).orElse("");
    this.idle =
        new Idle(
            config.kafka(),
            config.topic(),
            config.timing().outOfOrderness(),
            config.timing().idleSealAfter());
  }

  @Override
  public SnapshotWriter createWriter(WriterInitContext context) {
    int writer = context.getTaskInfo().getIndexOfThisSubtask();
    PartStager stager =
        new PartStager(store.open(), idle.topic(), new PartNames(writer), rules.run());
    return new SnapshotWriter(
        writer, context.getTaskInfo().getNumberOfParallelSubtasks(), memory, idleness, stager);
  }

  @Override
  public StatefulSinkWriter<Outcome, HeldWindow> restoreWriter(
      WriterInitContext context, Collection<HeldWindow> held) {
    SnapshotWriter writer = createWriter(context);
    writer.restore(held);
    return writer;
  }

  @Override
  public SimpleVersionedSerializer<HeldWindow> getWriterStateSerializer() {
    return new HeldWindowSerializer();
  }

  @Override
  public SimpleVersionedSerializer<WriterReport> getWriteResultSerializer() {
    return new WriterReportSerializer();
  }

  @Override
  public DataStream<CommittableMessage<CheckpointCommit>> addPreCommitTopology(
      DataStream<CommittableMessage<WriterReport>> reports) {
    return reports
        .global()
        .transform(
            AGGREGATOR,
            CommittableMessageTypeInfo.of(CheckpointCommitSerializer::new),
            new SealingOperator(rules, idle))
        .uid(AGGREGATOR)
        .setParallelism(1)
        .setMaxParallelism(1)
        .global();
  }

  @Override
  public Committer<CheckpointCommit> createCommitter(CommitterInitContext context) {
    return new SnapshotCommitter(
        new CommitSteps(store.open(), rules.run(), new CatalogHint(catalogHint())),
        new CommitMetrics(context.metricGroup()));
  }

  private Optional<URI> catalogHint() {
    return catalog.isEmpty() ? Optional.empty() : Optional.of(URI.create(catalog));
  }

  @Override
  public SimpleVersionedSerializer<CheckpointCommit> getCommittableSerializer() {
    return new CheckpointCommitSerializer();
  }
}
