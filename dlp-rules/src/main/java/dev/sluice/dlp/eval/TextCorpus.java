package dev.sluice.dlp.eval;

import dev.sluice.dlp.eval.CorpusFiles.Negative;
import dev.sluice.dlp.eval.values.Dice;
import dev.sluice.dlp.eval.values.Template;
import dev.sluice.model.InfoCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All labelled texts of one seed and size. */
final class TextCorpus {
  private static final Pattern MARK = Pattern.compile("«([A-Z0-9_]+):([^»]+)»");
  private static final List<String> BARE = List.of("{}", "note: x {} y", "a;{};b", "({})");

  private final long seed;
  private final int size;

  private TextCorpus(long seed, int size) {
    this.seed = seed;
    this.size = size;
  }

  /**
   * @param size how many values are drawn for each way of writing a kind
   */
  static List<TextCase> generate(List<Kind> kinds, long seed, int size) {
    TextCorpus corpus = new TextCorpus(seed, size);
    List<TextCase> cases = new ArrayList<>();
    kinds.forEach(kind -> corpus.addKind(kind, cases));
    CorpusFiles.handwritten().forEach(text -> cases.add(handwritten(text)));
    CorpusFiles.negatives().forEach(negative -> corpus.addNegative(negative, cases));
    return List.copyOf(cases);
  }

  private void addKind(Kind kind, List<TextCase> cases) {
    if (kind.texts().isEmpty()) {
      return;
    }
    Dice dice = new Dice(seed, kind.id());
    for (String template : kind.values()) {
      for (int i = 0; i < size; i++) {
        for (String frame : kind.texts()) {
          cases.add(framed(kind, frame, Sample.draw(template, dice), true));
        }
        if (kind.bare()) {
          String bare = BARE.get(i % BARE.size());
          cases.add(framed(kind, bare, Sample.draw(template, dice), kind.evident()));
        }
      }
    }
  }

  private static TextCase framed(Kind kind, String frame, Sample sample, boolean evident) {
    int at = frame.indexOf("{}");
    String before = frame.substring(0, at) + sample.before();
    int start = before.codePointCount(0, before.length());
    int end = start + sample.value().codePointCount(0, sample.value().length());
    String text = before + sample.value() + sample.after() + frame.substring(at + 2);
    return new TextCase(
        kind.id(), text, List.of(new TextCase.Label(kind, start, end, evident)), Set.of());
  }

  private static TextCase handwritten(String marked) {
    StringBuilder text = new StringBuilder();
    List<TextCase.Label> labels = new ArrayList<>();
    Matcher matcher = MARK.matcher(marked);
    while (matcher.find()) {
      matcher.appendReplacement(text, "");
      int start = text.codePointCount(0, text.length());
      text.append(matcher.group(2));
      int end = text.codePointCount(0, text.length());
      labels.add(new TextCase.Label(marked(matcher.group(1)), start, end, true));
    }
    return new TextCase("handwritten", matcher.appendTail(text).toString(), labels, Set.of());
  }

  private static Kind marked(String type) {
    return new Kind(
        "handwritten",
        type,
        Set.of(type),
        InfoCategory.PII,
        true,
        true,
        List.of(),
        List.of(),
        List.of());
  }

  private void addNegative(Negative negative, List<TextCase> cases) {
    Dice dice = new Dice(seed, negative.id());
    for (int i = 0; i < size; i++) {
      for (String template : negative.texts()) {
        String text = Template.expand(template, dice);
        cases.add(new TextCase(negative.id(), text, List.of(), negative.tolerate()));
      }
    }
  }
}
