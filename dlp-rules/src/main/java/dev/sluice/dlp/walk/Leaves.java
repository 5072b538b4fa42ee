package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Candidate;
import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.model.Body;
import dev.sluice.model.InfoCategory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done with the values the walkers come upon. The first pass rewrites them, the second look
 * checks them; both are led by the same walkers.
 */
public interface Leaves {

  /** Counts one value; throws {@link Stop} at the work limit. */
  void step(int chars);

  /** The findings in a value, without overlaps, sorted by start. */
  List<Candidate> winners(String text, ValueContext context, Where where);

  /**
   * The same for a name: a key, or the name of a header, cookie or parameter. Only what is
   * sensitive wherever it stands counts, not what a place or a field's name makes a finding.
   */
  default List<Candidate> winnersInName(String name, ValueContext context, Where where) {
    return standAlone(winners(name, context, where));
  }

  /** Those that are sensitive wherever they stand. */
  static List<Candidate> standAlone(List<Candidate> found) {
    return found.stream()
        .filter(c -> !c.rule().isFieldOnly() && c.rule().category() != InfoCategory.TIME)
        .toList();
  }

  /** Tells values and names that need not be shown; null if everything counts. */
  default @Nullable Skims skims() {
    return null;
  }

  /** Whether nothing that was found elsewhere can stand in a body. */
  default boolean maySkim(byte[] utf8) {
    return true;
  }

  /** The same for a name. */
  default boolean maySkim(String name) {
    return true;
  }

  /** A name in which nothing was found or hidden. */
  default void holdsNothing(Place place, String name) {}

  /** That many values of a body were not shown. */
  default void skimmed(int values) {}

  /**
   * What to put in place of one finding.
   *
   * @param text the whole value
   * @param prepared the found text, its inside already rewritten (the claims of a JWT)
   */
  String replace(
      String text, Candidate finding, String prepared, ValueContext context, Where where);

  /** What to put in place of a value that is sensitive by its position alone. */
  String forced(String text, Forced kind, ValueContext context, Where where);

  /** A value that loses detail by a fixed rule ({@code before} differs from {@code after}). */
  void generalized(String before, String after, Forced kind, Where where);

  /** Says which spans of a value this run wrote; {@code spans} holds start and end in turn. */
  void wrote(String value, int[] spans, Where where);

  /** Whether this run wrote all of a value, so that it has no findings any more. */
  default boolean isWritten(String value, Where where) {
    return false;
  }

  /**
   * Whether a value is what this run put in place of a finding, so that there is nothing to open in
   * it, even if it looks encoded by chance. Not of a token that was signed again: its claims are
   * those of the input.
   */
  default boolean isReplaced(String value, Where where) {
    return false;
  }

  /** A string no finding touched; the strict profile may still replace it. */
  String untouched(String text, ValueContext context, Where where);

  /**
   * Whether the text between findings goes too, since nobody called the value safe; asked before
   * its findings are replaced.
   */
  default boolean replacesRest(String text, ValueContext context, Where where) {
    return false;
  }

  /**
   * What to put in place of the text between two findings of a value, from {@code start} to {@code
   * end}.
   */
  default String rest(String text, int start, int end, Where where) {
    return text.substring(start, end);
  }

  /** A name (a JSON key, a parameter) no finding touched; values seen elsewhere must not stay. */
  String untouchedName(String name, Where where);

  /** A body that cannot be read. The answer takes its place. */
  Body unreadable(Body body, Body placeholder, Where where);

  /** The text of a whole part, before it is taken apart: a URL, a decoded body. */
  void part(String text, Where where);

  /** A fixed note code about the exchange. */
  void note(String code);
}
