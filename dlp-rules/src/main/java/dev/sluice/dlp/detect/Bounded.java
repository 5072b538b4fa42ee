package dev.sluice.dlp.detect;

import dev.sluice.dlp.rules.Boundary;
import dev.sluice.dlp.scan.Regex;
import dev.sluice.dlp.scan.Regex.Look;
import java.util.List;

/**
 * A pattern with what its rule's boundary asks of the neighbours, as far as ASCII goes: every span
 * that {@link Neighbours} allows is still matched.
 */
final class Bounded {

  private Bounded() {}

  /**
   * The pattern between its neighbours.
   *
   * @param whole whether the match is the value; if not, a validator may cut its end off
   */
  static Regex of(Regex regex, Boundary boundary, boolean whole) {
    if (boundary == Boundary.NONE) {
      return regex;
    }
    return switch (groups(regex)) {
      case 0 -> between(regex, whole);
      case 1 -> aroundGroup(regex, whole);
      default -> regex;
    };
  }

  private static Regex between(Regex regex, boolean whole) {
    Look behind = whole ? Look.NO_WORD_BEHIND : Look.LINE;
    return new Regex.Sequence(List.of(Look.NO_WORD_BEFORE, regex, behind));
  }

  /** A group that is repeated captures its last turn only; it is left as it is. */
  private static Regex aroundGroup(Regex regex, boolean whole) {
    if (regex instanceof Regex.Group group) {
      return between(group, whole);
    }
    if (regex instanceof Regex.Sequence sequence) {
      return new Regex.Sequence(sequence.parts().stream().map(p -> aroundGroup(p, whole)).toList());
    }
    return regex instanceof Regex.Choice choice
        ? new Regex.Choice(choice.options().stream().map(p -> aroundGroup(p, whole)).toList())
        : regex;
  }

  private static int groups(Regex regex) {
    if (regex instanceof Regex.Group group) {
      return 1 + groups(group.of());
    }
    if (regex instanceof Regex.Sequence sequence) {
      return sequence.parts().stream().mapToInt(Bounded::groups).sum();
    }
    if (regex instanceof Regex.Choice choice) {
      return choice.options().stream().mapToInt(Bounded::groups).sum();
    }
    return regex instanceof Regex.Repeat repeat ? groups(repeat.of()) : 0;
  }
}
