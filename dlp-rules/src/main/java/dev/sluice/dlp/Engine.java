package dev.sluice.dlp;

import dev.sluice.dlp.detect.Detector;
import dev.sluice.dlp.policy.DropRule;
import dev.sluice.dlp.policy.Linking;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.policy.Profile;
import dev.sluice.dlp.policy.Timestamps;
import dev.sluice.dlp.rules.RulePack;
import dev.sluice.dlp.transform.TransformScopes;
import dev.sluice.dlp.transform.Transforms;
import dev.sluice.dlp.walk.Stop;
import dev.sluice.model.Capture;
import dev.sluice.model.ContentDigest;
import dev.sluice.model.Exchange;
import dev.sluice.model.PolicyTerms;
import dev.sluice.model.Provenance;
import dev.sluice.model.QuarantineReason;
import dev.sluice.model.SealLimits;
import dev.sluice.model.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Turns raw captures into sanitized exchanges, or says why not. Immutable; an instance may be used
 * by several threads.
 */
public final class Engine {
  /** Version of the engine's behaviour, as manifests name it. */
  public static final String VERSION = "0.1.0";

  private final Policy policy;
  private final Detector detector;
  private final TransformScopes scopes;
  private final List<RulePack> packs;
  private final Provenance provenance;
  private final Facets facets;
  private final boolean skims;
  private final KeyedShare sample;
  private final UnaryOperator<Exchange> fault;
  private final AtomicReference<@Nullable Detector> everything = new AtomicReference<>();

  private Engine(
      Policy policy,
      Detector detector,
      TransformScopes scopes,
      List<RulePack> packs,
      Provenance provenance,
      Facets facets,
      boolean skims,
      KeyedShare sample,
      UnaryOperator<Exchange> fault) {
    this.policy = policy;
    this.detector = detector;
    this.scopes = scopes;
    this.packs = packs;
    this.provenance = provenance;
    this.facets = facets;
    this.skims = skims;
    this.sample = sample;
    this.fault = fault;
  }

  /** An engine for the config. */
  public static Engine create(EngineConfig config) {
    return create(config, (packs, policy) -> Detector.of(packs, policy.leastThreshold()));
  }

  /**
   * @param detectors makes, or finds, the detector for enabled rules and a policy
   */
  static Engine create(
      EngineConfig config, BiFunction<List<RulePack>, Policy, Detector> detectors) {
    Policy policy = config.policy();
    List<RulePack> packs =
        config.packs().stream()
            .filter(p -> !policy.disabledPacks().contains(p.name()))
            .map(p -> enabled(p, policy))
            .toList();
    Detector detector = detectors.apply(packs, policy);
    return new Engine(
        policy,
        detector,
        new TransformScopes(config.keys(), VendorPrefixes.of(config.packs())),
        packs,
        provenance(config),
        new Facets(policy, packs, detector),
        true,
        new KeyedShare(config.keys(), "sample"),
        UnaryOperator.identity());
  }

  /**
   * The same engine, but what it rewrote is spoiled before the gate sees it: for tests of the gate.
   */
  Engine withFault(UnaryOperator<Exchange> spoiler) {
    return new Engine(policy, detector, scopes, packs, provenance, facets, skims, sample, spoiler);
  }

  /** The same engine, but it looks at every value of every body: for tests that compare. */
  Engine withoutSkimming() {
    return new Engine(policy, detector, scopes, packs, provenance, facets, false, sample, fault);
  }

  /**
   * Sanitizes and checks one capture. Never throws but for errors of the virtual machine such as
   * {@link OutOfMemoryError}; never tells a raw value.
   */
  @SuppressWarnings("CatchingUnchecked")
  public Verdict sanitize(Capture capture) {
    try {
      return judge(capture);
    } catch (Stop stop) {
      return new Verdict.Quarantine(stop.reason());
    } catch (StackOverflowError e) {
      return new Verdict.Quarantine(QuarantineReason.TOO_DEEP, e.getClass().getName());
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable e) {
      // No message, cause or stack: they may hold input.
      return new Verdict.Quarantine(QuarantineReason.INTERNAL_ERROR, e.getClass().getName());
    }
  }

  private Verdict judge(Capture capture) {
    Exchange raw = capture.raw();
    if (!policy.declares(raw.env(), raw.service())) {
      return new Verdict.Quarantine(QuarantineReason.UNDECLARED_SERVICE);
    }
    Facet facet = facets.of(raw);
    Optional<DropRule> drop =
        facet.policy().dropFor(raw.request().method(), Urls.path(raw.request().url()));
    if (drop.isPresent()) {
      return new Verdict.Filtered(drop.get().name());
    }
    double kept = facet.policy().sample();
    if (kept < 1 && !sample.contains(kept, Sessions.unit(raw))) {
      return new Verdict.SampledOut("sample " + kept);
    }
    return new Verdict.Pass(
        sanitizing(capture, facet, detector, facet.policy().threshold())
            .run(provenance.policyDigest()));
  }

  private Sanitizing sanitizing(Capture capture, Facet facet, Detector with, double leastScore) {
    Facet used = skims ? facet : new Facet(facet.policy(), facet.disabled(), null);
    Exchange raw = capture.raw();
    Transforms own = transforms(raw, raw.ts(), facet.policy());
    return new Sanitizing(used, with, leastScore, own, moved(raw, facet.policy()), capture, fault);
  }

  private MovedTimes moved(Exchange raw, Policy policy) {
    return policy.timestamps() == Timestamps.EXACT
        ? MovedTimes.EXACT
        : MovedTimes.by(transforms(raw, MovedTimes.windowStart(policy, raw), policy));
  }

  /** Those of the epoch the exchange was captured in, whenever it is sanitized. */
  private Transforms transforms(Exchange raw, Instant ts, Policy policy) {
    Linking linking = policy.linking();
    return scopes.of(
        linking.tenant(),
        linking.epochOf(ts, raw.env(), raw.service(), policy.windows()),
        linking.epochBefore(ts, raw.env(), raw.service(), policy.windows()));
  }

  /** A detector that also tells of candidates below the threshold: for reports only. */
  private Detector reporting() {
    return Objects.requireNonNull(everything.updateAndGet(d -> d == null ? Detector.of(packs) : d));
  }

  /**
   * Everything found in a capture, also below the threshold, for a report. What cannot be read ends
   * the report early.
   */
  public List<Detected> scanExchange(Capture capture) {
    List<Detected> found = new ArrayList<>();
    try {
      sanitizing(capture, facets.of(capture.raw()), reporting(), 0)
          .observe(
              (where, c, transform, before, after) ->
                  found.add(
                      new Detected(
                          c.rule().id(),
                          c.rule().infoType(),
                          c.rule().category(),
                          where.toString(),
                          c.score(),
                          transform,
                          Shapes.of(before),
                          Shapes.of(after))));
    } catch (Stop e) {
      return found;
    }
    return found;
  }

  /**
   * Rewrites without the second look, to measure what that costs. Nothing of the outcome is given
   * out: nobody has checked it.
   *
   * @return the size of what would have been checked next, in bytes; -1 where rewriting ended early
   */
  public long measureWithoutSecondLook(Capture capture) {
    try {
      Facet facet = facets.of(capture.raw());
      return sanitizing(capture, facet, detector, facet.policy().threshold()).firstPassBytes();
    } catch (Stop e) {
      return -1;
    }
  }

  /** States of the automata made so far; their bound is a constant. */
  public int tableStates() {
    return detector.tableStates();
  }

  /** Version, profile, digests and key id that stand in every manifest. */
  public Provenance provenance() {
    return provenance;
  }

  /** The same for the exchanges of one service, which may have a profile of their own. */
  public Provenance provenance(String env, String service) {
    return policy.parts().isEmpty()
        ? provenance
        : provenance.withProfile(Profile.wordFor(policyFor(env, service).profiles(env, service)));
  }

  /** What the rows of a service carry with them. */
  public PolicyTerms terms(String env, String service) {
    Policy own = policyFor(env, service);
    return new PolicyTerms(
        provenance(env, service),
        own.block().orElse(SealLimits.NONE),
        own.approve(),
        rarity(own),
        own.quasiIdentifiers());
  }

  private static Optional<Integer> rarity(Policy own) {
    return own.rarity() > 1 ? Optional.of(own.rarity()) : Optional.empty();
  }

  /** Whether records of that service and environment are taken. */
  public boolean declares(String env, String service) {
    return policy.declares(env, service);
  }

  /** What the policy says for a whole service, without what is about some endpoints only. */
  public Policy policyFor(String env, String service) {
    return facets.of(env, service).policy();
  }

  /** {@code sha256:…} over policy and packs; stands in every row. */
  public String policyDigest() {
    return provenance.policyDigest();
  }

  private static Provenance provenance(EngineConfig config) {
    SortedMap<String, String> packs = new TreeMap<>();
    config.packs().forEach(p -> packs.put(p.name(), p.digest()));
    String all = config.policy().digest() + packs;
    return new Provenance(
        VERSION,
        Profile.wordFor(config.policy().profiles()),
        ContentDigest.of(all.getBytes(StandardCharsets.UTF_8)),
        packs,
        config.keys().keyId());
  }

  private static RulePack enabled(RulePack pack, Policy policy) {
    if (policy.disabledRules().isEmpty()) {
      return pack;
    }
    return new RulePack(
        pack.name(),
        pack.digest(),
        pack.rules().stream().filter(r -> !policy.disabledRules().contains(r.id())).toList());
  }
}
