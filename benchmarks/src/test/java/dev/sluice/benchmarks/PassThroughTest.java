package dev.sluice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.capture.Decoded;
import dev.sluice.capture.synthetic.SyntheticTraffic;
import dev.sluice.flink.sanitize.Outcome;
import dev.sluice.flink.source.RawRecord;
import dev.sluice.model.Capture;
import dev.sluice.model.Exchange;
import dev.sluice.model.RecordPointer;
import dev.sluice.model.SluiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PassThroughTest {
  private static final long SEED = 3;

  private final PassThrough passThrough = new PassThrough(SEED, 5);
  private final List<Outcome> passed = new ArrayList<>();

  @BeforeEach
  void open() {
    passThrough.open(DefaultOpenContext.INSTANCE);
  }

  @Test
  void theTrafficOfItsSeedPasses() {
    SyntheticTraffic traffic = SyntheticTraffic.dense(SEED);
    for (int i = 0; i < 5; i++) {
      process(traffic.next());
    }

    assertThat(passed).hasSize(5);
  }

  @Test
  void otherTrafficFailsTheJob() {
    refuses(SyntheticTraffic.dense(SEED + 1).next());
    refuses(SyntheticTraffic.clean(SEED).next());
  }

  @Test
  void oneChangedFieldFailsTheJob() {
    Exchange own = SyntheticTraffic.dense(SEED).next().raw();
    refuses(
        new Capture(
            new Exchange(
                own.id(),
                own.ts(),
                own.env(),
                own.service(),
                own.direction(),
                own.protocol(),
                own.durationMicros(),
                own.request(),
                own.response(),
                own.trace(),
                Map.of("further", "tag"))));
  }

  private void refuses(Capture capture) {
    assertThatThrownBy(() -> process(capture)).isInstanceOf(SluiceException.class);
    assertThat(passed).isEmpty();
  }

  @SuppressWarnings("NullAway") // it asks nothing of its context
  private void process(Capture capture) {
    RawRecord record = new RawRecord(new RecordPointer("t", 0, 0), 0, new Decoded.Ok(capture));
    passThrough.processElement(record, null, new ListCollector<>(passed));
  }
}
