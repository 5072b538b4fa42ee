package dev.sluice.benchmarks;

import dev.sluice.capture.Decoded;
import dev.sluice.capture.synthetic.SyntheticTraffic;
import dev.sluice.flink.sanitize.Outcome;
import dev.sluice.flink.sanitize.WindowKey;
import dev.sluice.flink.source.RawRecord;
import dev.sluice.model.ContentDigest;
import dev.sluice.model.Exchange;
import dev.sluice.model.PolicyTerms;
import dev.sluice.model.Provenance;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.SluiceException;
import dev.sluice.snapshot.row.RowCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Takes the engine's place to measure the rest of the job. Takes nothing but the made-up traffic of
 * its seed: any other record, a single changed byte, fails the job.
 */
final class PassThrough extends ProcessFunction<RawRecord, Outcome> {
  private static final long serialVersionUID = 1L;
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final String NO_POLICY = ContentDigest.of(new byte[0]);
  private static final PolicyTerms TERMS =
      new PolicyTerms(new Provenance("0", "none", NO_POLICY, new TreeMap<>(), "none"));

  private final long seed;
  private final int exchanges;
  private transient @Nullable List<Exchange> made;

  PassThrough(long seed, int exchanges) {
    this.seed = seed;
    this.exchanges = exchanges;
  }

  @Override
  public void open(OpenContext context) {
    SyntheticTraffic traffic = SyntheticTraffic.dense(seed);
    made = new ArrayList<>(exchanges);
    for (int i = 0; i < exchanges; i++) {
      made.add(traffic.next().raw());
    }
  }

  @Override
  public void processElement(RawRecord record, Context context, Collector<Outcome> out) {
    Exchange exchange = known(record);
    SanitizedExchange unchanged =
        new SanitizedExchange(
            exchange, "/", Optional.empty(), List.of(), List.of(), List.of(), NO_POLICY);
    out.collect(
        new Outcome.Row(
            record.at(),
            WindowKey.of(exchange.env(), exchange.service(), exchange.ts(), WINDOW),
            RowCodec.encode(unchanged),
            TERMS,
            ""));
  }

  /** The record's exchange, if it is one of ours. */
  private Exchange known(RawRecord record) {
    if (made != null && record.decoded() instanceof Decoded.Ok ok) {
      Exchange raw = ok.capture().raw();
      int number = SyntheticTraffic.numberOf(raw.id());
      if (number >= 0 && number < made.size() && made.get(number).equals(raw)) {
        return raw;
      }
    }
    throw new SluiceException("a record is not of the benchmark's own traffic");
  }
}
