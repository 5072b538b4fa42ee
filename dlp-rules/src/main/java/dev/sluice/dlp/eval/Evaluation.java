package dev.sluice.dlp.eval;

import dev.sluice.dlp.Engine;
import dev.sluice.dlp.EngineConfig;
import dev.sluice.dlp.TextScanner;
import dev.sluice.dlp.eval.containers.Containers;
import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.rules.RulePack;
import dev.sluice.model.ContentDigest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** A labelled corpus, ready to be run. Immutable. */
public final class Evaluation {
  private final long seed;
  private final int size;
  private final List<TextCase> texts;
  private final List<Planted> planted;

  private Evaluation(long seed, int size, List<TextCase> texts, List<Planted> planted) {
    this.seed = seed;
    this.size = size;
    this.texts = texts;
    this.planted = planted;
  }

  /**
   * The corpus of a seed.
   *
   * @param size values drawn for each way of writing a kind, and for each container; at least 1
   */
  public static Evaluation of(long seed, int size) {
    List<Kind> kinds = CorpusFiles.kinds();
    return new Evaluation(
        seed,
        size,
        TextCorpus.generate(kinds, seed, size),
        new Planting(seed).plant(kinds, Containers.all(), size));
  }

  /** The same texts, but only one of {@code n} planted messages: a quick run. */
  public Evaluation everyNth(int n) {
    List<Planted> some =
        IntStream.range(0, planted.size() / n).mapToObj(i -> planted.get(i * n)).toList();
    return new Evaluation(seed, size, texts, some);
  }

  /** Runs both measures under the default policy and a throw-away key. */
  public EvalReport run(List<RulePack> packs) {
    Policy policy = Policy.defaults();
    Engine engine = Engine.create(new EngineConfig(policy, packs, KeyRing.random()));
    return new EvalReport(
        seed,
        size,
        corpus(),
        new TextMeasure(TextScanner.of(packs), policy.threshold()).run(texts),
        new ContainerMeasure(engine).run(planted));
  }

  /** {@code sha256:…} of everything that is run. */
  public String corpus() {
    StringBuilder all = new StringBuilder();
    texts.forEach(t -> all.append(t.group()).append(t.text()).append(t.labels().size()));
    planted.forEach(p -> all.append(p).append(p.named()).append(p.value()));
    return ContentDigest.of(all.toString().getBytes(StandardCharsets.UTF_8));
  }
}
