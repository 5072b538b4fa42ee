package dev.sluice.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.sluice.capture.synthetic.PlainJson;
import dev.sluice.capture.synthetic.SyntheticTraffic;
import dev.sluice.dlp.Engine;
import dev.sluice.dlp.EngineConfig;
import dev.sluice.dlp.detect.Candidate;
import dev.sluice.dlp.detect.Detector;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.policy.Profile;
import dev.sluice.dlp.rules.RulePack;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.model.Capture;
import dev.sluice.model.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The engine's steps on one exchange of a corpus, beside the Jackson copy of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {
  private static final int EXCHANGES = 2_000;

  /** The made-up corpora. */
  @Param({"clean", "dense"})
  public String corpus = "clean";

  private final JsonFactory jackson = new JsonFactory();
  private final Capture[] captures = new Capture[EXCHANGES];
  private final byte[][] documents = new byte[EXCHANGES][];
  private final String[] texts = new String[EXCHANGES];
  private final List<RulePack> packs = RulePacks.builtin();
  private final Detector detector = Detector.of(packs, Policy.defaults().threshold());
  private final Engine engine =
      Engine.create(
          new EngineConfig(
              Policy.defaults().withProfile(Profile.BALANCED), packs, KeyRing.random()));
  private int next;

  /** Makes the traffic. */
  @Setup
  public void make() {
    SyntheticTraffic traffic =
        corpus.equals("clean") ? SyntheticTraffic.clean(1) : SyntheticTraffic.dense(1);
    for (int i = 0; i < EXCHANGES; i++) {
      captures[i] = traffic.next();
      documents[i] = PlainJson.of(captures[i]);
      texts[i] = new String(documents[i], StandardCharsets.UTF_8);
    }
  }

  private int next() {
    next = (next + 1) % EXCHANGES;
    return next;
  }

  /** The reference. */
  @Benchmark
  public int copy() throws IOException {
    try (ByteArrayBuilder out = new ByteArrayBuilder();
        JsonParser parser = jackson.createParser(documents[next()]);
        JsonGenerator generator = jackson.createGenerator(out)) {
      while (parser.nextToken() != null) {
        generator.copyCurrentEvent(parser);
      }
      generator.flush();
      return out.size();
    }
  }

  /** Detection alone, the whole exchange as one text. */
  @Benchmark
  public List<Candidate> detect() {
    return detector.detect(texts[next()], ValueContext.text());
  }

  /** Rules and rewriting. */
  @Benchmark
  public long rewrite() {
    return engine.measureWithoutSecondLook(captures[next()]);
  }

  /** Rules, rewriting and second look. */
  @Benchmark
  public Verdict sanitize() {
    return engine.sanitize(captures[next()]);
  }
}
