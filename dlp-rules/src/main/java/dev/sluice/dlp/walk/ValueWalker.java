package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Candidate;
import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.dlp.policy.Limits;
import dev.sluice.model.InfoCategory;
import dev.sluice.model.QuarantineReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens at one value: encodings are opened first, then findings are replaced in place. */
final class ValueWalker {
  private static final String RESIGN = "jwt-resign";

  private final Leaves leaves;
  private final Limits limits;
  private final NestedValues nested;

  ValueWalker(Leaves leaves, Limits limits) {
    this.leaves = leaves;
    this.limits = limits;
    this.nested = new NestedValues(this);
  }

  Limits limits() {
    return limits;
  }

  Leaves leaves() {
    return leaves;
  }

  String value(String text, ValueContext context, Where where) {
    return value(text, context, where, 0);
  }

  /** The value as it should stand in the output. */
  String value(String text, ValueContext context, Where where, int nesting) {
    if (text.isEmpty()) {
      return text;
    }
    if (leaves.skims() != null && PlainText.isPlain(text)) {
      return plain(text, context, where, nesting);
    }
    leaves.step(text.length());
    if (leaves.isReplaced(text, where)) {
      return text;
    }
    Optional<String> document = nested.document(text, context, where, nesting);
    if (document.isPresent()) {
      return whole(text, document.get(), where);
    }
    String plain = nested.unescaped(text, context, where, nesting);
    if (!plain.equals(text)) {
      return whole(text, plain, where);
    }
    if (CookieWalker.isCookie(text, context)) {
      return whole(text, new CookieWalker(this).cookie(text, where), where);
    }
    List<Candidate> found = leaves.winners(text, context, where);
    if (!covers(found, text) || hidesText(found.get(0), text)) {
      String opened = nested.opened(text, context, where, nesting);
      if (!opened.equals(text) || (!found.isEmpty() && NestedValues.holdsDocument(text))) {
        return whole(text, opened, where);
      }
    }
    List<OpenedWord> words = words(text, found, context, where, nesting);
    if (found.isEmpty() && words.isEmpty()) {
      return leaves.untouched(text, context, where);
    }
    boolean rest = leaves.replacesRest(text, context, where);
    return stitch(text, found, words, rest, context, where, nesting);
  }

  /** A value that nothing can be opened in, as {@link PlainText} tells. */
  String plain(String text, ValueContext context, Where where, int nesting) {
    leaves.step(text.length());
    if (leaves.isReplaced(text, where)) {
      return text;
    }
    List<Candidate> found = leaves.winners(text, context, where);
    if (found.isEmpty()) {
      return leaves.untouched(text, context, where);
    }
    boolean rest = leaves.replacesRest(text, context, where);
    return stitch(text, found, List.of(), rest, context, where, nesting);
  }

  /** Running text, in which some values have names of their own. */
  String prose(String text, ValueContext context, Where where) {
    List<Pairs.Span> pairs = Pairs.of(text);
    if (pairs.isEmpty() || NestedValues.isEscaped(text) || CookieWalker.isCookie(text, context)) {
      return value(text, context, where);
    }
    leaves.step(text.length());
    List<Candidate> named = Pairs.winners(leaves, text, pairs, where);
    List<Candidate> found = Overlaps.merged(leaves.winners(text, context, where), named);
    List<OpenedWord> words = words(text, found, context, where, 0);
    if (found.isEmpty() && words.isEmpty()) {
      return leaves.untouched(text, context, where);
    }
    boolean rest = leaves.replacesRest(text, context, where);
    return stitch(text, found, words, rest, context, where, 0);
  }

  /** Encoded words inside a text that changed when they were opened, outside of findings. */
  private List<OpenedWord> words(
      String text, List<Candidate> found, ValueContext context, Where where, int nesting) {
    List<OpenedWord> changed = new ArrayList<>(0);
    if (NestedValues.isEscaped(text) || Base64Lines.of(text).isPresent()) {
      return changed;
    }
    for (int start = EncodedWords.next(text, 0); start >= 0; ) {
      int end = EncodedWords.end(text, start);
      Candidate span = new Candidate(start, end, Forced.UNREVIEWED.rule(), 0);
      if (end - start < text.length() && found.stream().noneMatch(span::overlaps)) {
        String word = text.substring(start, end);
        String plain = nested.unescaped(word, context, where, nesting);
        String opened = plain.equals(word) ? nested.opened(word, context, where, nesting) : plain;
        if (!opened.equals(word)) {
          changed.add(new OpenedWord(start, end, opened));
        }
      }
      start = EncodedWords.next(text, end);
    }
    return changed;
  }

  /** A word of a text and what to write in its place. */
  private record OpenedWord(int start, int end, String after) {}

  /** A value whose field is known to be harmless: scanned, but never replaced unseen. */
  String reviewed(String text, ValueContext context, Where where) {
    leaves.step(text.length());
    List<Candidate> found = leaves.winners(text, context, where);
    return found.isEmpty() ? text : stitch(text, found, context, where, 0);
  }

  /** A value that is sensitive where it stands, unless a rule knows better what it is. */
  String sensitive(String text, Forced kind, ValueContext context, Where where) {
    if (text.isEmpty()) {
      return text;
    }
    leaves.step(text.length());
    Optional<String> document = nested.document(text, context, where, 0);
    if (document.isPresent()) {
      return whole(text, document.get(), where);
    }
    List<Candidate> found = leaves.winners(text, context, where);
    if (found.size() == 1 && found.get(0).length() == text.length()) {
      return stitch(text, found, context, where, 0);
    }
    return leaves.forced(text, kind, context, where);
  }

  /** A value that is sensitive where it stands, whatever a rule would say. */
  String forced(String text, Forced kind, ValueContext context, Where where) {
    leaves.step(text.length());
    return leaves.forced(text, kind, context, where);
  }

  /** A JSON number; the answer is one too. */
  String number(String text, ValueContext context, Where where) {
    leaves.step(text.length());
    List<Candidate> found = leaves.winners(text, context, where);
    if (found.isEmpty()) {
      return text;
    }
    String after = stitch(text, found, context, where, 0);
    if (JsonNumbers.isNumber(after)) {
      return after;
    }
    return whole(text, JsonNumbers.fit(text, after), where);
  }

  /** A name; replaced only if it is a finding by itself. */
  String name(String name, Place place, Where where) {
    Skims skims = leaves.skims();
    if (skims != null && leaves.maySkim(name) && skims.isPlain(place, name)) {
      return leaves.untouchedName(name, where);
    }
    ValueContext context = ValueContext.of(place, "");
    List<Candidate> found = leaves.winnersInName(name, context, where);
    if (found.isEmpty()) {
      String plain = nested.unescaped(name, context, where.plus(".*"), 0);
      String opened =
          plain.equals(name) ? nested.opened(name, context, where.plus(".*"), 0) : plain;
      if (!opened.equals(name)) {
        return whole(name, opened, where);
      }
      leaves.holdsNothing(place, name);
      return leaves.untouchedName(name, where);
    }
    return stitch(name, found, context, where.plus(".*"), 0);
  }

  private String whole(String before, String after, Where where) {
    if (!after.equals(before)) {
      leaves.wrote(after, new int[] {0, after.length()}, where);
    }
    return after;
  }

  private String stitch(
      String text, List<Candidate> found, ValueContext context, Where where, int nesting) {
    return stitch(text, found, List.of(), false, context, where, nesting);
  }

  private String stitch(
      String text,
      List<Candidate> found,
      List<OpenedWord> words,
      boolean rest,
      ValueContext context,
      Where where,
      int nesting) {
    StringBuilder out = new StringBuilder(text.length() + 32);
    int[] spans = new int[(found.size() + words.size()) * 2];
    int at = 0;
    int n = 0;
    int f = 0;
    int w = 0;
    while (f < found.size() || w < words.size()) {
      boolean finding =
          w == words.size() || (f < found.size() && found.get(f).start() < words.get(w).start());
      int start = finding ? found.get(f).start() : words.get(w).start();
      out.append(rest ? leaves.rest(text, at, start, where) : text.substring(at, start));
      spans[n++] = out.length();
      if (finding) {
        Candidate c = found.get(f++);
        String part = text.substring(start, c.end());
        String prepared = isJwt(c) ? nested.jwt(part, where, nesting) : part;
        out.append(leaves.replace(text, c, prepared, context, where));
        at = c.end();
      } else {
        out.append(words.get(w).after());
        at = words.get(w++).end();
      }
      spans[n++] = out.length();
    }
    int end = text.length();
    out.append(rest ? leaves.rest(text, at, end, where) : text.substring(at));
    String after = out.toString();
    leaves.wrote(after, rest ? new int[] {0, after.length()} : spans, where);
    return after;
  }

  /** Whether one finding is the whole value, so that nothing inside it needs to be opened. */
  private static boolean covers(List<Candidate> found, String text) {
    return found.size() == 1 && found.get(0).length() >= text.length() - 2;
  }

  /**
   * Whether what covers a value is only its encoded form. A secret stays a secret, unless a whole
   * document stands behind it that its field's name says nothing about.
   */
  private static boolean hidesText(Candidate c, String text) {
    boolean secret = c.rule().category() == InfoCategory.SECRET;
    return secret
        ? c.rule().fieldNames().isEmpty() && NestedValues.holdsDocument(text)
        : NestedValues.isReadableCoding(text);
  }

  private static boolean isJwt(Candidate c) {
    return c.rule().transform().equals(RESIGN);
  }

  static Stop tooDeep() {
    return new Stop(QuarantineReason.TOO_DEEP);
  }
}
