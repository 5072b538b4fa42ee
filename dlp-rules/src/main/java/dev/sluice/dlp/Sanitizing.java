package dev.sluice.dlp;

import dev.sluice.dlp.detect.Candidate;
import dev.sluice.dlp.detect.Detector;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.dlp.gate.Originals;
import dev.sluice.dlp.gate.RawRescan;
import dev.sluice.dlp.gate.SecondLook;
import dev.sluice.dlp.gate.Written;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.transform.Transforms;
import dev.sluice.dlp.walk.ExchangeWalker;
import dev.sluice.dlp.walk.PathTemplate;
import dev.sluice.dlp.walk.Skims;
import dev.sluice.dlp.walk.Stop;
import dev.sluice.dlp.walk.Where;
import dev.sluice.model.Capture;
import dev.sluice.model.Exchange;
import dev.sluice.model.QuarantineReason;
import dev.sluice.model.SanitizedExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The work on one exchange: rewrite, look again, and once more if a value stood elsewhere too. */
final class Sanitizing {
  private static final int PASSES = 3;

  private final Policy policy;
  private final Transforms transforms;
  private final MovedTimes moved;
  private final @Nullable Skims skims;
  private final Detections detections;
  private final Capture capture;
  private final Exchange raw;
  private final boolean fullRescan;
  private final UnaryOperator<Exchange> fault;

  /**
   * @param leastScore of candidates that are told at all
   * @param fault changes the rewritten exchange before the second look; only tests set it
   */
  Sanitizing(
      Facet facet,
      Detector detector,
      double leastScore,
      Transforms transforms,
      MovedTimes moved,
      Capture capture,
      UnaryOperator<Exchange> fault) {
    this.policy = facet.policy();
    this.transforms = transforms;
    this.moved = moved;
    this.skims = facet.fields() == null ? null : new Skims(facet.fields());
    this.detections = new Detections(detector, facet, leastScore);
    this.capture = capture;
    this.raw = capture.raw();
    this.fullRescan = Shares.contains(policy.fullRescanShare(), raw.id());
    this.fault = fault;
  }

  SanitizedExchange run(String policyDigest) {
    Originals known = new Originals();
    for (int pass = 0; pass < PASSES; pass++) {
      Rewriter rewriter = rewriter(known, Rewriter.Observer.NONE);
      Exchange out = fault.apply(walker(rewriter).walk(raw));
      if (!hasSurvivors(rewriter, out)) {
        return result(rewriter, out, policyDigest);
      }
      known.addAll(rewriter.originals());
    }
    throw new Stop(QuarantineReason.ORIGINAL_SURVIVED);
  }

  /** Only the first pass, for a report. */
  void observe(Rewriter.Observer observer) {
    walker(rewriter(new Originals(), observer)).walk(raw);
  }

  /** Only the first pass, to be measured. */
  long firstPassBytes() {
    return walker(rewriter(new Originals(), Rewriter.Observer.NONE)).walk(raw).contentBytes();
  }

  private Rewriter rewriter(Originals known, Rewriter.Observer observer) {
    return new Rewriter(policy, detections, transforms, moved, skims, raw, known, observer);
  }

  private ExchangeWalker walker(dev.sluice.dlp.walk.Leaves leaves) {
    return new ExchangeWalker(leaves, policy.limits());
  }

  private boolean hasSurvivors(Rewriter rewriter, Exchange out) {
    SecondLook.Judge judge =
        new PolicyJudge(policy, detections, transforms, skims, new Strict(policy, raw));
    Written written = rewriter.written();
    Optional<RawRescan> rescan =
        fullRescan ? Optional.of(new RawRescan(judge, written)) : Optional.empty();
    SecondLook look =
        new SecondLook(judge, written, rewriter.originals(), Set.copyOf(rewriter.notes()), rescan);
    walker(look).walk(out);
    return look.hasSurvivors();
  }

  private SanitizedExchange result(Rewriter rewriter, Exchange out, String policyDigest) {
    List<String> notes = new ArrayList<>(capture.fidelity());
    notes.addAll(rewriter.notes());
    if (policy.sample() < 1) {
      // Each row tells how many it stands for.
      notes.add("sampled:" + policy.sample());
    }
    if (!moved.isExact()) {
      notes.add(MovedTimes.NOTE);
    }
    return new SanitizedExchange(
        moved.of(out, transforms),
        PathTemplate.of(out.request().url()),
        Sessions.of(out),
        rewriter.findings(),
        rewriter.times(),
        notes,
        policyDigest);
  }

  /** The engine's answers to the gate. */
  private record PolicyJudge(
      Policy policy,
      Detections detections,
      Transforms transforms,
      @Nullable Skims skims,
      Strict strict)
      implements SecondLook.Judge {

    @Override
    public List<Candidate> winners(String text, ValueContext context) {
      return detections.winners(text, context);
    }

    @Override
    public List<Candidate> candidates(String text, ValueContext context) {
      return detections.all(text, context);
    }

    @Override
    public boolean verifies(String infoType, String value) {
      return transforms.verifies(infoType, value);
    }

    @Override
    public boolean keeps(Rule rule) {
      return TransformChoice.keeps(TransformChoice.of(policy, rule));
    }

    @Override
    public boolean isUnsafe(String text, ValueContext context, Where where) {
      return strict.isUnsafe(text, context, where);
    }
  }
}
