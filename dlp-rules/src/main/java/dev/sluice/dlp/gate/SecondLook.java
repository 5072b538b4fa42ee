package dev.sluice.dlp.gate;

import dev.sluice.dlp.detect.Candidate;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.walk.Forced;
import dev.sluice.dlp.walk.Leaves;
import dev.sluice.dlp.walk.Reach;
import dev.sluice.dlp.walk.Skims;
import dev.sluice.dlp.walk.Stop;
import dev.sluice.dlp.walk.Where;
import dev.sluice.model.Body;
import dev.sluice.model.InfoCategory;
import dev.sluice.model.QuarantineReason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks the output and stops at anything sensitive that this run did not write itself. Changes
 * nothing. Not thread-safe.
 */
public final class SecondLook implements Leaves {

  /** What the gate asks the engine: detection, keyed checks and the policy's will. */
  public interface Judge {
    List<Candidate> winners(String text, ValueContext context);

    /** All candidates, whatever their score. */
    List<Candidate> candidates(String text, ValueContext context);

    boolean verifies(String infoType, String value);

    /** Whether the policy keeps such findings as they are. */
    boolean keeps(Rule rule);

    /** Tells values that need no look; null if every value counts. */
    @Nullable Skims skims();

    /** Whether the strict profile would replace this text. */
    boolean isUnsafe(String text, ValueContext context, Where where);
  }

  private final Judge judge;
  private final Written written;
  private final Originals originals;
  private final Set<String> notes;
  private final Optional<RawRescan> rescan;
  private boolean survivors;

  /**
   * @param notes what the first pass noted; anything new means that the output is not what it seems
   * @param rescan set for the share of exchanges that is scanned without regard to structure
   */
  public SecondLook(
      Judge judge,
      Written written,
      Originals originals,
      Set<String> notes,
      Optional<RawRescan> rescan) {
    this.judge = judge;
    this.written = written;
    this.originals = originals;
    this.notes = notes;
    this.rescan = rescan;
  }

  /** Whether a value found in one place still stands in another. */
  public boolean hasSurvivors() {
    return survivors;
  }

  @Override
  public void step(int chars) {
    // the first pass has counted, and the output is no larger by orders
  }

  @Override
  public @Nullable Skims skims() {
    return rescan.isEmpty() ? judge.skims() : null;
  }

  @Override
  public boolean maySkim(byte[] utf8) {
    return !originals.mayStandIn(utf8);
  }

  @Override
  public boolean maySkim(String name) {
    return originals.find(name).isEmpty();
  }

  @Override
  public boolean isWritten(String value, Where where) {
    return !value.isEmpty() && written.covers(where.part(), value, 0, value.length());
  }

  @Override
  public boolean isReplaced(String value, Where where) {
    return written.isReplaced(where.part(), value);
  }

  @Override
  public List<Candidate> winners(String text, ValueContext context, Where where) {
    if (isReplaced(text, where)) {
      return List.of(); // whatever is found in it, this run wrote it
    }
    List<Candidate> winners = judge.winners(text, context);
    for (Originals.Hit hit : originals.find(text)) {
      boolean counts = hit.strong() || Reach.isFree(context);
      if (counts
          && !written.covers(where.part(), text, hit.start(), hit.end())
          && (hit.anywhere() || !isTime(winners, hit))) {
        survivors = true;
      }
    }
    return winners;
  }

  /**
   * A value that only its field made sensitive, such as a user called {@code teams}, does not count
   * as a part of a schema's names ({@code teams_url}), which no pass rewrites for it, nor as the
   * name of a standard header.
   */
  @Override
  public List<Candidate> winnersInName(String name, ValueContext context, Where where) {
    boolean free = Reach.isFree(ValueContext.of(context.place(), name));
    for (Originals.Hit hit : originals.find(name)) {
      boolean whole = hit.end() - hit.start() == name.length();
      boolean counts = hit.strong() || (free && whole);
      if (counts && !written.covers(where.part(), name, hit.start(), hit.end())) {
        survivors = true;
      }
    }
    return Leaves.standAlone(judge.winners(name, context));
  }

  @Override
  public String replace(
      String text, Candidate c, String prepared, ValueContext context, Where where) {
    String value = text.substring(c.start(), c.end());
    if (!judge.keeps(c.rule())
        && !written.covers(where.part(), text, c.start(), c.end())
        && !judge.verifies(c.rule().infoType(), value)) {
      throw new Stop(QuarantineReason.RESIDUAL_FINDING);
    }
    return value;
  }

  @Override
  public String forced(String text, Forced kind, ValueContext context, Where where) {
    Rule rule = kind.rule();
    if (!judge.keeps(rule)
        && !written.covers(where.part(), text, 0, text.length())
        && !judge.verifies(rule.infoType(), text)) {
      throw new Stop(QuarantineReason.RESIDUAL_FINDING);
    }
    return text;
  }

  @Override
  public void generalized(String before, String after, Forced kind, Where where) {
    throw new Stop(QuarantineReason.RESIDUAL_FINDING);
  }

  @Override
  public void wrote(String value, int[] spans, Where where) {
    // nothing is written here
  }

  @Override
  public String untouched(String text, ValueContext context, Where where) {
    if (judge.isUnsafe(text, context, where)
        && !written.covers(where.part(), text, 0, text.length())) {
      throw new Stop(QuarantineReason.RESIDUAL_FINDING);
    }
    return text;
  }

  @Override
  public boolean replacesRest(String text, ValueContext context, Where where) {
    untouched(text, context, where);
    return false;
  }

  @Override
  public String untouchedName(String name, Where where) {
    for (Originals.Hit hit : originals.find(name)) {
      if (hit.strong() && !written.covers(where.part(), name, hit.start(), hit.end())) {
        survivors = true;
      }
    }
    return name;
  }

  @Override
  public Body unreadable(Body body, Body placeholder, Where where) {
    if (!body.equals(placeholder)) {
      throw new Stop(QuarantineReason.RESIDUAL_FINDING);
    }
    return body;
  }

  @Override
  public void part(String text, Where where) {
    rescan.ifPresent(r -> r.check(text));
    for (Originals.Hit hit : originals.find(text)) {
      if (hit.strong()
          && hit.anywhere()
          && !written.isSurrogate(text.substring(hit.start(), hit.end()))) {
        survivors = true;
      }
    }
  }

  @Override
  public void note(String code) {
    if (!notes.contains(code)) {
      throw new Stop(QuarantineReason.OUTPUT_INVALID);
    }
  }

  private static boolean isTime(List<Candidate> winners, Originals.Hit hit) {
    return winners.stream()
        .anyMatch(
            c ->
                c.rule().category() == InfoCategory.TIME
                    && c.start() <= hit.start()
                    && hit.end() <= c.end());
  }
}
