package dev.sluice.flink.sink;

import dev.sluice.flink.ledger.Incarnation;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.core.io.SimpleVersionedSerialization;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.CommittableSummary;
import org.apache.flink.streaming.api.connector.sink2.CommittableWithLineage;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * The one aggregator: takes the reports of all writers and makes one {@link CheckpointCommit} of
 * each checkpoint. Sees summaries only.
 *
 * <p>At a checkpoint it emits before its barrier, when all reports of that checkpoint have come. At
 * the end of input it emits under the number of the checkpoint that comes next: waiting for the
 * final barrier would lose the last commit.
 */
final class SealingOperator extends AbstractStreamOperator<CommittableMessage<CheckpointCommit>>
    implements OneInputStreamOperator<
            CommittableMessage<WriterReport>, CommittableMessage<CheckpointCommit>>,
        BoundedOneInput {
  private static final long serialVersionUID = 1L;
  private static final ListStateDescriptor<byte[]> STATE =
      new ListStateDescriptor<>("sealing", BytePrimitiveArraySerializer.INSTANCE);

  private final SealRules rules;
  private final SnapshotSink.Idle idle;
  private transient @Nullable SealBook book;
  private transient @Nullable ListState<byte[]> stored;
  private transient @Nullable IdleClock idleClock;
  private transient @Nullable SealMetrics metrics;
  private transient boolean ended;

  SealingOperator(SealRules rules, SnapshotSink.Idle idle) {
    this.rules = rules;
    this.idle = idle;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    ListState<byte[]> list = context.getOperatorStateStore().getListState(STATE);
    BookState state = BookState.fresh(rules.incarnation());
    for (byte[] bytes : list.get()) {
      state =
          SimpleVersionedSerialization.readVersionAndDeSerialize(new BookStateSerializer(), bytes);
    }
    stored = list;
    SealBook opened = new SealBook(rules, state);
    context
        .getRestoredCheckpointId()
        .ifPresent(number -> opened.restored(Incarnation.next(Clock.systemUTC()), number));
    book = opened;
    metrics = new SealMetrics(getMetricGroup(), Clock.systemUTC());
    idleClock =
        new IdleClock(
            idle.sealAfter().toMillis(),
            idle.outOfOrderness().toMillis(),
            new KafkaPartitionEnds(idle.kafka(), idle.topic()),
            Clock.systemUTC());
  }

  @Override
  public void processElement(StreamRecord<CommittableMessage<WriterReport>> element) {
    if (element.getValue() instanceof CommittableWithLineage<WriterReport> report) {
      book().accept(report.getCheckpointId(), report.getCommittable());
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
    super.prepareSnapshotPreBarrier(checkpoint);
    if (!ended) {
      boolean silent = book().isSilent(checkpoint);
      emit(book().commit(checkpoint, wallClock(silent)));
    }
  }

  private OptionalLong wallClock(boolean silent) {
    return idleClock == null
        ? OptionalLong.empty()
        : idleClock.progress(silent, book().positions());
  }

  @Override
  public void endInput() {
    ended = true;
    emit(book().finish(book().state().checkpoint() + 1));
  }

  private void emit(CheckpointCommit commit) {
    if (metrics != null) {
      metrics.closed(book());
    }
    if (commit.isEmpty()) {
      return;
    }
    output.collect(new StreamRecord<>(new CommittableSummary<>(0, 1, commit.checkpoint(), 1, 0)));
    output.collect(
        new StreamRecord<>(new CommittableWithLineage<>(commit, commit.checkpoint(), 0)));
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    byte[] bytes =
        SimpleVersionedSerialization.writeVersionAndSerialize(
            new BookStateSerializer(), book().state());
    if (stored != null) {
      stored.update(List.of(bytes));
    }
  }

  private SealBook book() {
    if (book == null) {
      throw new IllegalStateException("not initialized");
    }
    return book;
  }

  @Override
  public void close() throws Exception {
    if (idleClock != null) {
      idleClock.close();
    }
    super.close();
  }
}
