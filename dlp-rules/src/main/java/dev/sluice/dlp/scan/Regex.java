package dev.sluice.dlp.scan;

import java.util.List;
import java.util.Optional;

/** The part of RE2's syntax that rules use, as a tree. Immutable. */
public sealed interface Regex {

  /** Reads a pattern; empty where it uses what the reader does not know. */
  static Optional<Regex> parse(String pattern) {
    return RegexReader.read(pattern);
  }

  /** The same; empty also where the tree would match more than the pattern does in ASCII. */
  static Optional<Regex> parseExactly(String pattern) {
    return RegexReader.readExactly(pattern);
  }

  /** Tells the visitor what this is. */
  <T> T visit(Visitor<T> visitor);

  /** One answer for each kind of node. */
  interface Visitor<T> {
    T chars(CharSet set);

    T sequence(List<Regex> parts);

    T choice(List<Regex> options);

    T repeat(Repeat repeat);

    T group(Group group);

    T look(Look look);
  }

  /** One character of the set. */
  record Chars(CharSet set) implements Regex {
    @Override
    public <T> T visit(Visitor<T> visitor) {
      return visitor.chars(set);
    }
  }

  /** All of them in turn; the empty list matches the empty text. */
  record Sequence(List<Regex> parts) implements Regex {
    @Override
    public <T> T visit(Visitor<T> visitor) {
      return visitor.sequence(parts);
    }
  }

  /** One of them. */
  record Choice(List<Regex> options) implements Regex {
    @Override
    public <T> T visit(Visitor<T> visitor) {
      return visitor.choice(options);
    }
  }

  /** Repeated; {@code max} below zero means without bound, {@code lazy} as seldom as possible. */
  record Repeat(Regex of, int min, int max, boolean lazy) implements Regex {
    @Override
    public <T> T visit(Visitor<T> visitor) {
      return visitor.repeat(this);
    }
  }

  /** A group that captures; the first has number 1. */
  record Group(int number, Regex of) implements Regex {
    @Override
    public <T> T visit(Visitor<T> visitor) {
      return visitor.group(this);
    }
  }

  /** A condition on the place between two characters. */
  enum Look implements Regex {
    BEGIN,
    END,
    /** Begin or end of a line: known only as "perhaps". */
    LINE,
    WORD_BOUNDARY,
    NO_WORD_BOUNDARY,
    /** No ASCII letter, digit or underscore in front. */
    NO_WORD_BEFORE,
    /** No ASCII letter, digit or underscore behind. */
    NO_WORD_BEHIND;

    @Override
    public <T> T visit(Visitor<T> visitor) {
      return visitor.look(this);
    }
  }
}
