package dev.sluice.cli.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What sample values have in common: a literal text in front, then words of characters of some
 * kinds, with the same separators.
 *
 * @param prefix literal start; empty if there is none
 * @param pieces all parts, the prefix among them
 */
record SampleShape(String prefix, List<Piece> pieces) {
  /** Of one sample alone, only letters with a separator, or before nothing but digits. */
  private static final Pattern ALONE =
      Pattern.compile("^[A-Za-z]{2,12}[-_:#](?:[A-Za-z]{2,12}[-_:#])*|^[A-Za-z]{2,6}(?=[0-9]+$)");

  private static final Pattern SHARED =
      Pattern.compile("^(?:[A-Za-z][A-Za-z0-9]*[^A-Za-z0-9\\s]+)+|^[A-Za-z]{2,}");

  private static final Pattern WORD = Pattern.compile("[\\p{L}0-9]+");
  private static final Pattern RUN = Pattern.compile("[A-Z]+|[a-z]+|[0-9]+|[^A-Za-z0-9]+");

  /** More runs of one kind than these in a word, and its order is chance. */
  private static final int MOST_RUNS = 2;

  /**
   * @param samples one or more, none empty
   * @param personal whether what one sample says alone must not be repeated
   */
  static SampleShape of(List<String> samples, boolean personal) {
    String prefix = prefix(samples, personal);
    List<Piece> pieces = new ArrayList<>();
    if (!prefix.isEmpty()) {
      pieces.add(Piece.literal(prefix));
    }
    pieces.addAll(tail(samples.stream().map(s -> s.substring(prefix.length())).toList()));
    return new SampleShape(prefix, List.copyOf(pieces));
  }

  String regex() {
    return pieces.stream().map(Piece::regex).collect(Collectors.joining());
  }

  double bits() {
    return pieces.stream().mapToDouble(Piece::bits).sum();
  }

  private static String prefix(List<String> samples, boolean personal) {
    long different = samples.stream().distinct().count();
    if (different == 1 && personal) {
      return "";
    }
    String common = samples.get(0);
    for (String sample : samples) {
      int end = 0;
      while (end < Math.min(common.length(), sample.length())
          && common.charAt(end) == sample.charAt(end)) {
        end++;
      }
      common = common.substring(0, end);
    }
    Matcher m = (different == 1 ? ALONE : SHARED).matcher(common);
    String prefix = m.find() ? m.group() : "";
    int length = prefix.length();
    return samples.stream().anyMatch(s -> s.length() == length) ? "" : prefix;
  }

  private static List<Piece> tail(List<String> tails) {
    List<List<String>> words = tails.stream().map(t -> all(WORD, t)).toList();
    List<String> gaps = gaps(tails.get(0));
    boolean aligned = tails.stream().allMatch(t -> gaps(t).equals(gaps)) && !words.get(0).isEmpty();
    if (!aligned) {
      return List.of(Piece.like(tails));
    }
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < gaps.size(); i++) {
      if (!gaps.get(i).isEmpty()) {
        pieces.add(Piece.literal(gaps.get(i)));
      }
      int at = i;
      if (i < words.get(0).size()) {
        pieces.addAll(word(words.stream().map(w -> w.get(at)).toList()));
      }
    }
    return pieces;
  }

  /** What stands before, between and behind the words. */
  private static List<String> gaps(String text) {
    return List.of(WORD.split(text, -1));
  }

  private static List<Piece> word(List<String> words) {
    List<List<String>> runs = words.stream().map(w -> all(RUN, w)).toList();
    List<Object> order = kinds(runs.get(0));
    boolean ordered =
        order.size() <= MOST_RUNS && runs.stream().allMatch(r -> kinds(r).equals(order));
    if (!ordered) {
      return List.of(Piece.like(words));
    }
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      int at = i;
      pieces.add(Piece.like(runs.stream().map(r -> r.get(at)).toList()));
    }
    return pieces;
  }

  private static List<Object> kinds(List<String> runs) {
    return runs.stream().<Object>map(CharKind::in).toList();
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).toList();
  }
}
