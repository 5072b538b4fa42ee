package dev.sluice.dlp;

import dev.sluice.dlp.detect.Candidate;
import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.dlp.gate.Originals;
import dev.sluice.dlp.gate.Written;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.policy.UnreadableBodies;
import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.transform.TimeFormats;
import dev.sluice.dlp.transform.TransformContext;
import dev.sluice.dlp.transform.TransformKind;
import dev.sluice.dlp.transform.TransformSpec;
import dev.sluice.dlp.transform.Transforms;
import dev.sluice.dlp.walk.Forced;
import dev.sluice.dlp.walk.Leaves;
import dev.sluice.dlp.walk.Skims;
import dev.sluice.dlp.walk.Stop;
import dev.sluice.dlp.walk.Where;
import dev.sluice.model.Body;
import dev.sluice.model.Exchange;
import dev.sluice.model.Finding;
import dev.sluice.model.InfoCategory;
import dev.sluice.model.QuarantineReason;
import dev.sluice.model.TimeReference;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first pass over one exchange: replaces what is found and keeps the books. */
final class Rewriter implements Leaves {
  private final Policy policy;
  private final Detections detections;
  private final Transforms transforms;
  private final MovedTimes moved;
  private final TransformContext context;
  private final Instant ts;
  private final Strict strict;
  private final Originals known;
  private final @Nullable Skims skims;

  private final List<Finding> findings = new ArrayList<>();
  private final List<TimeReference> times = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Originals originals = new Originals();
  private final Written written = new Written();
  private final Observer observer;
  private int steps;

  /** Sees findings with their texts, for a report that shows shapes. */
  interface Observer {
    Observer NONE = (where, candidate, transform, before, after) -> {};

    void found(Where where, Candidate candidate, String transform, String before, String after);
  }

  /**
   * @param skims tells values that need no look; null to look at every value
   * @param known values found in an earlier pass over the same exchange, to be replaced wherever
   *     they stand
   */
  Rewriter(
      Policy policy,
      Detections detections,
      Transforms transforms,
      MovedTimes moved,
      @Nullable Skims skims,
      Exchange raw,
      Originals known,
      Observer observer) {
    this.policy = policy;
    this.detections = detections;
    this.transforms = transforms;
    this.moved = moved;
    this.context = TransformContext.of(raw.id()).about(Subjects.of(policy, raw));
    this.ts = raw.ts();
    this.strict = new Strict(policy, raw);
    this.known = known;
    this.skims = skims;
    this.observer = observer;
  }

  List<Finding> findings() {
    return findings;
  }

  List<TimeReference> times() {
    return times;
  }

  List<String> notes() {
    return notes;
  }

  Originals originals() {
    return originals;
  }

  Written written() {
    return written;
  }

  @Override
  public void step(int chars) {
    if (++steps > policy.limits().maxSteps()) {
      throw new Stop(QuarantineReason.WORK_LIMIT);
    }
  }

  @Override
  public @Nullable Skims skims() {
    return !known.isEmpty() || observer != Observer.NONE ? null : skims;
  }

  @Override
  public void holdsNothing(Place place, String name) {
    Skims all = skims();
    if (all != null) {
      all.addPlain(place, name);
    }
  }

  @Override
  public void skimmed(int values) {
    steps += values - 1;
    step(0);
  }

  @Override
  public List<Candidate> winners(String text, ValueContext where, Where at) {
    return KnownValues.merge(found(text, where, at), known.find(text), where);
  }

  /** What only its field made sensitive elsewhere counts where it is the whole name. */
  @Override
  public List<Candidate> winnersInName(String name, ValueContext where, Where at) {
    List<Originals.Hit> hits =
        known.find(name).stream()
            .filter(h -> h.strong() || h.end() - h.start() == name.length())
            .toList();
    ValueContext named = ValueContext.of(where.place(), name);
    return KnownValues.merge(Leaves.standAlone(found(name, where, at)), hits, named);
  }

  private List<Candidate> found(String text, ValueContext where, Where at) {
    List<Candidate> winners = detections.winners(text, where);
    if (observer != Observer.NONE) {
      observeLosers(text, where, at, winners);
    }
    return winners;
  }

  private void observeLosers(String text, ValueContext where, Where at, List<Candidate> winners) {
    for (Candidate c : detections.all(text, where)) {
      if (!winners.contains(c)) {
        observer.found(at, c, "", text.substring(c.start(), c.end()), "");
      }
    }
  }

  @Override
  public String replace(
      String text, Candidate finding, String prepared, ValueContext where, Where at) {
    Rule rule = finding.rule();
    String value = text.substring(finding.start(), finding.end());
    TransformSpec transform = TransformChoice.of(policy, rule);
    if (transform.name().equals(TransformChoice.TIME)) {
      return time(finding, value, prepared, at);
    }
    if (value.equals(prepared) && transforms.verifies(rule.infoType(), value)) {
      return value;
    }
    TransformContext accepting =
        rule.validators().isEmpty()
            ? context
            : context.accepting(v -> RuleValidators.accept(rule, v));
    String after = transforms.apply(transform, rule.infoType(), prepared, accepting);
    boolean opaque = !transform.name().equals(TransformKind.JWT_RESIGN.wireName());
    if (opaque && value.length() == text.length() && !after.equals(value)) {
      written.addReplaced(at.part(), after);
    }
    boolean ownName = value.equalsIgnoreCase(where.fieldName());
    book(finding, transform.name(), value, after, at, !ownName);
    return after;
  }

  @Override
  public String forced(String text, Forced kind, ValueContext where, Where at) {
    Rule rule = kind.rule();
    TransformSpec transform = TransformChoice.of(policy, rule);
    if (TransformChoice.keeps(transform) || transforms.verifies(rule.infoType(), text)) {
      written.add(at.part(), text, new int[] {0, text.length()});
      return text;
    }
    String after = transforms.apply(transform, rule.infoType(), text, context);
    book(new Candidate(0, text.length(), rule, 1), transform.name(), text, after, at);
    written.addReplaced(at.part(), after);
    written.add(at.part(), after, new int[] {0, after.length()});
    return after;
  }

  @Override
  public void generalized(String before, String after, Forced kind, Where at) {
    Candidate whole = new Candidate(0, before.length(), kind.rule(), 1);
    findings.add(finding(whole, "generalize", at));
    observer.found(at, whole, "generalize", before, after);
  }

  @Override
  public void wrote(String value, int[] spans, Where at) {
    written.add(at.part(), value, spans);
  }

  @Override
  public String untouched(String text, ValueContext where, Where at) {
    if (!strict.isUnsafe(text, where, at)) {
      return text;
    }
    String after = Strict.filler(text);
    if (!Strict.isProse(text) && !after.equals(text)) {
      return forced(text, Forced.UNREVIEWED, where, at);
    }
    if (!after.equals(text)) {
      book(
          new Candidate(0, text.length(), Forced.UNREVIEWED.rule(), 1), "replace", text, after, at);
    }
    written.add(at.part(), after, new int[] {0, after.length()});
    return after;
  }

  @Override
  public boolean replacesRest(String text, ValueContext where, Where at) {
    return strict.isUnsafe(text, where, at);
  }

  @Override
  public String rest(String text, int start, int end, Where at) {
    String gap = text.substring(start, end);
    String filler = Strict.filler(gap);
    if (!Strict.hasContent(gap) || filler.equals(gap)) {
      return gap;
    }
    boolean prose = Strict.isProse(text);
    Rule rule = Forced.UNREVIEWED.rule();
    String transform = prose ? "replace" : "tokenize";
    findings.add(finding(new Candidate(start, end, rule, 1), transform, at));
    return prose ? filler : transforms.apply(transform, rule.infoType(), gap, context);
  }

  @Override
  public String untouchedName(String name, Where at) {
    List<Originals.Hit> hits = known.find(name).stream().filter(Originals.Hit::strong).toList();
    if (hits.isEmpty()) {
      return name;
    }
    StringBuilder out = new StringBuilder(name.length());
    int from = 0;
    for (Originals.Hit hit : hits) {
      Candidate c = new Candidate(hit.start(), hit.end(), hit.rule(), 1);
      String value = name.substring(hit.start(), hit.end());
      out.append(name, from, hit.start());
      out.append(replace(name, c, value, ValueContext.text(), at.plus(".*")));
      from = hit.end();
    }
    String after = out.append(name, from, name.length()).toString();
    written.add(at.part(), after, new int[] {0, after.length()});
    return after;
  }

  @Override
  public Body unreadable(Body body, Body placeholder, Where at) {
    if (policy.unreadableBodies() == UnreadableBodies.QUARANTINE) {
      throw new Stop(QuarantineReason.UNREADABLE_BODY);
    }
    note(at.part() + ":placeholder");
    return body.equals(placeholder) ? body : placeholder;
  }

  @Override
  public void part(String text, Where at) {
    // the first pass looks at values only
  }

  @Override
  public void note(String code) {
    notes.add(code);
  }

  private void book(Candidate c, String transform, String before, String after, Where at) {
    book(c, transform, before, after, at, true);
  }

  /**
   * @param counts false for the name of its own field as a value ({@code "api_key": "api_key"}),
   *     which stands in the name anyway
   */
  private void book(
      Candidate c, String transform, String before, String after, Where at, boolean counts) {
    findings.add(finding(c, transform, at));
    observer.found(at, c, transform, before, after);
    if (counts && !after.equals(before) && isOriginal(c.rule())) {
      originals.add(before, c.rule());
    }
  }

  /**
   * Whether a value replaced here must stand nowhere else: neither times, nor text that is only not
   * reviewed here, for elsewhere it may be.
   */
  private static boolean isOriginal(Rule rule) {
    return rule.category() != InfoCategory.TIME && !rule.equals(Forced.UNREVIEWED.rule());
  }

  private static Finding finding(Candidate c, String transform, Where at) {
    Rule rule = c.rule();
    return new Finding(
        rule.id(),
        rule.infoType(),
        rule.category(),
        at.toString(),
        transform,
        c.start(),
        c.end(),
        c.score());
  }

  /** Where it stands in the notation of times, or, if that cannot be written again, anything. */
  private String time(Candidate finding, String value, String prepared, Where at) {
    Optional<String> after = moved.of(value);
    if (after.isEmpty()) {
      String other = transforms.apply("tokenize", finding.rule().infoType(), prepared, context);
      book(finding, "tokenize", value, other, at);
      return other;
    }
    timeReference(value, at);
    observer.found(at, finding, TransformChoice.TIME, value, after.get());
    return after.get();
  }

  private void timeReference(String value, Where at) {
    TimeFormats.parse(value)
        .ifPresent(
            parsed ->
                times.add(
                    new TimeReference(
                        at.toString(),
                        parsed.format(),
                        ChronoUnit.MICROS.between(ts, parsed.time()))));
  }
}
