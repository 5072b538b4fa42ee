package dev.sluice.dlp.walk;

import org.jspecify.annotations.Nullable;

/**
 * A location in an exchange, such as {@code request.body:$.user.email}. Made of sanitized names
 * only; text is built when asked for.
 */
public final class Where {
  private final @Nullable Where parent;
  private final String piece;

  private Where(@Nullable Where parent, String piece) {
    this.parent = parent;
    this.piece = piece;
  }

  /** A part of the message: {@code request.body}, {@code response.header}. */
  public static Where part(String name) {
    return new Where(null, name);
  }

  /** The location with {@code piece} appended as it is; it must hold sanitized names only. */
  public Where plus(String piece) {
    return new Where(this, piece);
  }

  /** A named thing of a part: {@code request.query:code}. */
  public Where named(String name) {
    return plus(":" + Labels.of(name));
  }

  /** The part this location lies in. */
  public String part() {
    Where at = this;
    for (Where up = at.parent; up != null; up = at.parent) {
      at = up;
    }
    return at.piece;
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(64);
    append(out);
    return out.toString();
  }

  private void append(StringBuilder out) {
    if (parent != null) {
      parent.append(out);
    }
    out.append(piece);
  }
}
