package dev.sluice.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.capture.Decoded;
import dev.sluice.flink.sanitize.Outcome;
import dev.sluice.flink.sanitize.SanitizeFunction;
import dev.sluice.flink.source.CaptureSource;
import dev.sluice.flink.source.CaptureTime;
import dev.sluice.flink.source.ChainOnlyType;
import dev.sluice.flink.source.RawRecord;
import dev.sluice.flink.stack.Run;
import dev.sluice.model.QuarantineReason;
import dev.sluice.model.RecordPointer;
import dev.sluice.model.SluiceException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NoRawEdgesTest {
  @TempDir Path folder;
  private JobConfig config;

  @BeforeEach
  void configure() {
    config = new Run(folder, 1).config().parallelism(2).build();
  }

  @Test
  void theJobRunsRawDataInOneChain() {
    JobGraph graph = SanitizeTrafficJob.describe(config, "i1");

    assertThat(NoRawEdges.find(graph)).isEmpty();
  }

  @Test
  void anEdgeBehindTheSourceIsFound() {
    StreamExecutionEnvironment env = environment();
    source(env).rebalance().sinkTo(new DiscardingSink<>());

    assertThat(NoRawEdges.find(env.getStreamGraph().getJobGraph()))
        .anySatisfy(found -> assertThat(found).contains(OneChain.SOURCE));
  }

  @Test
  void aSanitizerThatIsNotChainedIsFound() {
    StreamExecutionEnvironment env = environment();
    source(env)
        .process(new SanitizeFunction(config.policies()), ChainOnlyType.of(Outcome.class))
        .startNewChain()
        .sinkTo(new DiscardingSink<>());
    JobGraph graph = env.getStreamGraph().getJobGraph();

    assertThatThrownBy(() -> NoRawEdges.require(graph))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("raw data would leave its chain");
  }

  @Test
  void aKeyedStreamOfRawRecordsIsFound() {
    StreamExecutionEnvironment env = environment();
    source(env)
        .keyBy(record -> record.at().partition(), org.apache.flink.api.common.typeinfo.Types.INT)
        .sinkTo(new DiscardingSink<>());

    assertThat(NoRawEdges.find(env.getStreamGraph().getJobGraph())).isNotEmpty();
  }

  @Test
  void theRawTypeCannotBeSerializedAtAll() {
    RawRecord record =
        new RawRecord(
            new RecordPointer("raw", 0, 1),
            0,
            new Decoded.Failed(QuarantineReason.EMPTY_MESSAGE, ""));
    var serializer = ChainOnlyType.of(RawRecord.class).createSerializer(new SerializerConfigImpl());

    assertThatThrownBy(() -> serializer.serialize(record, new DataOutputSerializer(16)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> serializer.copy(record)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(serializer::snapshotConfiguration).isInstanceOf(IllegalStateException.class);
  }

  private StreamExecutionEnvironment environment() {
    return StreamExecutionEnvironment.getExecutionEnvironment(ForcedSettings.of(config));
  }

  private DataStream<RawRecord> source(StreamExecutionEnvironment env) {
    return env.fromSource(
        CaptureSource.of(config, Duration.ofMinutes(1)),
        CaptureTime.strategy(config),
        OneChain.SOURCE);
  }
}
