package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Candidate;
import dev.sluice.dlp.detect.ValueContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A text that arrives in pieces, such as the words of an event stream. */
final class Pieces {
  private static final Set<String> STREAMS =
      Set.of(
          "delta",
          "content",
          "text",
          "token",
          "chunk",
          "partial",
          "partial_json",
          "completion",
          "output",
          "response",
          "arguments",
          "data",
          "part");

  private final Leaves leaves;
  private final List<String> pieces;
  private final String text;
  private final int[] ends;

  Pieces(Leaves leaves, List<String> pieces) {
    this.leaves = leaves;
    this.pieces = pieces;
    this.text = String.join("", pieces);
    this.ends = new int[pieces.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += pieces.get(i).length();
      ends[i] = end;
    }
  }

  /**
   * The pieces with each finding of the whole text replaced, in the piece where it begins; the same
   * list if no finding stands across a cut.
   */
  List<String> rewritten(ValueContext context, Where where) {
    leaves.step(text.length());
    List<Candidate> found = leaves.winners(text, context, where);
    if (isStream(context.fieldName())) {
      found = Overlaps.merged(found, Pairs.winners(leaves, text, Pairs.of(text), where));
    }
    if (found.stream().noneMatch(c -> isSplit(c, context, where))) {
      return pieces;
    }
    StringBuilder out = new StringBuilder(text.length() + 32);
    int[] spans = new int[found.size() * 2];
    int at = 0;
    for (int i = 0; i < found.size(); i++) {
      Candidate c = found.get(i);
      out.append(text, at, c.start());
      spans[2 * i] = out.length();
      out.append(leaves.replace(text, c, text.substring(c.start(), c.end()), context, where));
      spans[2 * i + 1] = out.length();
      at = c.end();
    }
    String after = out.append(text, at, text.length()).toString();
    leaves.wrote(after, spans, where);
    return cut(after, found, spans);
  }

  /** Whether a finding crosses a cut, and is none only because two whole values stand in a row. */
  private boolean isSplit(Candidate c, ValueContext context, Where where) {
    boolean crosses = false;
    boolean digits = true;
    for (int i = firstPiece(c.start()); i < ends.length; i++) {
      String piece = pieces.get(i);
      if (ends[i] - piece.length() >= c.end()) {
        break;
      }
      crosses |= c.start() < ends[i] && ends[i] < c.end();
      digits &= piece.length() > 5 && piece.chars().allMatch(Character::isDigit);
      boolean tail = ends[i] >= c.end() && isStream(context.fieldName());
      if (!tail && isWhole(piece, context, where)) {
        return false;
      }
    }
    return crosses && !digits;
  }

  private boolean isWhole(String piece, ValueContext context, Where where) {
    return leaves.isWritten(piece, where) || !leaves.winners(piece, context, where).isEmpty();
  }

  /** Names under which streams send words rather than values. */
  private static boolean isStream(String name) {
    return name.isEmpty() || STREAMS.contains(name.toLowerCase(Locale.ROOT));
  }

  private int firstPiece(int offset) {
    int low = 0;
    int high = ends.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private List<String> cut(String after, List<Candidate> found, int[] spans) {
    List<String> out = new ArrayList<>(pieces.size());
    int from = 0;
    int next = 0;
    for (int end : ends) {
      while (next < found.size() && found.get(next).end() <= end) {
        next++;
      }
      int to;
      if (next < found.size() && found.get(next).start() < end) {
        to = spans[2 * next + 1]; // a surrogate stays whole, so that each piece can be judged alone
      } else {
        to = next == 0 ? end : end - found.get(next - 1).end() + spans[2 * next - 1];
      }
      out.add(after.substring(from, to));
      from = to;
    }
    return out;
  }
}
