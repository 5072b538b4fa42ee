package dev.sluice.dlp.detect;

import java.util.List;

/**
 * Says of most values in the fields of bodies, without making a string of them, that nothing can be
 * found in them. Immutable and thread-safe.
 */
public final class Screen {
  private static final ValueContext NAMELESS = ValueContext.of(Place.BODY_FIELD, "");

  private final Detector detector;
  private final Fields fields;
  private final RuleGate gate;
  private final MuteNames mute;

  Screen(Detector detector, Fields fields, RuleGate gate, MuteNames mute) {
    this.detector = detector;
    this.fields = fields;
    this.gate = gate;
    this.mute = mute;
  }

  /** The name, or one and the same for all that say nothing to any rule above any value. */
  public String heard(String name) {
    return mute.heard(name);
  }

  /** The names above a field, nearest first, with those that say nothing all alike. */
  public List<String> heardAbove(List<String> parents) {
    return mute.heardAbove(parents);
  }

  /** Whether something is found in a name of a member; not quick. */
  public boolean findsIn(String name) {
    return !detector.detect(name, NAMELESS).isEmpty();
  }

  /** What the names above a value say, read once for all values under them. */
  public static final class Field {
    private final Fields.Field field;

    private Field(Fields.Field field) {
      this.field = field;
    }
  }

  /** What the names of a field in a body say. */
  public Field field(ValueContext context) {
    return new Field(
        fields.of(new ValueContext(Place.BODY_FIELD, context.fieldName(), context.parentNames())));
  }

  /**
   * Whether something may be found in a value; false only if {@link Detector#detect} finds nothing.
   *
   * @param ascii whether it holds nothing else than ASCII
   */
  public boolean mayFind(byte[] utf8, int from, int to, boolean ascii, Field field) {
    if (field.field.anything() || (!ascii && gate.readsBeyondAscii())) {
      return true;
    }
    boolean asked = !field.field.asked().isEmpty();
    return (asked && field.field.mayHold(TextFacts.of(utf8, from, to)))
        || gate.mayFind(utf8, from, to);
  }
}
