package dev.sluice.dlp.scan;

/**
 * Finds the matches of a pattern in a text: the leftmost, and of those that begin there the one RE2
 * prefers (leftmost-first, as in Perl). Indices are those of the searched text. Not thread-safe.
 */
public interface SpanSearch {

  /** Finds the first match that begins at an index or behind it. */
  boolean find(int from);

  /** Groups of the pattern, the whole match not counted. */
  int groups();

  /** Where a group of the match begins, 0 for the match itself; -1 if it took no part. */
  int start(int group);

  /** Where it ends. */
  int end(int group);
}
