package dev.sluice.dlp.scan;

import dev.sluice.dlp.scan.Regex.Look;
import java.util.List;

/** The characters a match can begin with. */
final class FirstChars implements Regex.Visitor<Boolean> {
  private CharSet first = CharSet.NONE;

  private FirstChars() {}

  static CharSet of(Regex regex) {
    FirstChars visitor = new FirstChars();
    boolean mayBeEmpty = regex.visit(visitor);
    return mayBeEmpty ? CharSet.ANY : visitor.first;
  }

  /** Whether an empty text matches, conditions on its place apart. */
  static boolean mayBeEmpty(Regex regex) {
    return regex.visit(new FirstChars());
  }

  // each answer says whether the part may be empty, so that what follows can begin a match too

  @Override
  public Boolean chars(CharSet set) {
    first = first.or(set);
    return false;
  }

  @Override
  public Boolean sequence(List<Regex> parts) {
    for (Regex part : parts) {
      if (!part.visit(this)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Boolean choice(List<Regex> options) {
    boolean empty = false;
    for (Regex option : options) {
      empty |= option.visit(this);
    }
    return empty;
  }

  @Override
  public Boolean repeat(Regex.Repeat repeat) {
    return repeat.of().visit(this) | repeat.min() == 0;
  }

  @Override
  public Boolean group(Regex.Group group) {
    return group.of().visit(this);
  }

  @Override
  public Boolean look(Look look) {
    return true;
  }
}
