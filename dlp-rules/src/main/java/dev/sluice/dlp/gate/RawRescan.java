package dev.sluice.dlp.gate;

import dev.sluice.dlp.detect.Candidate;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.walk.Percent;
import dev.sluice.dlp.walk.Stop;
import dev.sluice.model.InfoCategory;
import dev.sluice.model.QuarantineReason;

/**
 * Scans whole parts of the output as plain text, without the walkers, so that a walker that skips a
 * value is caught. Only rules that are sure of themselves without any context take part.
 */
public final class RawRescan {
  private static final double SURE = 0.8;
  private static final int MOST_ENCODINGS = 4;

  /** A shorter text can be the surrogate of something else by chance. */
  private static final int LOCAL = 8;

  private final SecondLook.Judge judge;
  private final Written written;

  public RawRescan(SecondLook.Judge judge, Written written) {
    this.judge = judge;
    this.written = written;
  }

  /** Escapes are opened first: the digits of one must not count as part of a number beside it. */
  void check(String raw) {
    String text = raw;
    for (int i = 0; i < MOST_ENCODINGS; i++) {
      text = Percent.decode(text, false).orElse(text);
    }
    for (Candidate c : judge.candidates(text, ValueContext.text())) {
      if (isSure(c.rule()) && !isExempt(text.substring(c.start(), c.end()), c.rule())) {
        throw new Stop(QuarantineReason.RESIDUAL_FINDING);
      }
    }
  }

  private boolean isExempt(String value, Rule rule) {
    String plain = Percent.decode(value.replace("\\", ""), false).orElse(value);
    return written.isMostlySurrogate(value)
        || written.isMostlySurrogate(plain)
        || judge.verifies(rule.infoType(), value)
        || isNothingBesides(value)
        || judge.winners(value, ValueContext.text()).isEmpty();
  }

  /** Without structure, a password written into a URL and the host behind it are one address. */
  private boolean isNothingBesides(String value) {
    int at = value.lastIndexOf('@');
    return at >= LOCAL && written.wrote(value.substring(0, at));
  }

  private boolean isSure(Rule rule) {
    return rule.score() >= SURE
        && rule.category() != InfoCategory.TIME
        && rule.places().isEmpty()
        && rule.exceptFields().isEmpty()
        && !rule.isFieldOnly()
        && !judge.keeps(rule);
  }
}
