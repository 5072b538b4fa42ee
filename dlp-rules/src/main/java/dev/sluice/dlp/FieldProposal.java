package dev.sluice.dlp;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SluiceJson;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * A list of safe fields as a reviewer edits it: fields of few values with these values, the others
 * as comments with their evidence. Values come from sanitized exchanges, and only those seen often
 * enough not to be one subject's.
 *
 * @param leastSeen exchanges an endpoint, and occurrences a field, must have to be listed
 * @param mostDistinct most values of a field that is proposed
 * @param leastEach occurrences a value must have to be listed
 */
public record FieldProposal(int leastSeen, int mostDistinct, int leastEach) {

  /** 10 occurrences, at most 20 values, each seen 5 times. */
  public static final FieldProposal DEFAULTS = new FieldProposal(10, 20, 5);

  /** The list as YAML text. */
  public String yaml(FieldSurvey survey) {
    StringBuilder out = new StringBuilder(HEAD);
    int fields = out.length();
    survey
        .exchanges()
        .forEach(
            (endpoint, n) -> {
              if (n >= leastSeen) {
                entry(out, endpoint, n, survey.fields().get(endpoint));
              }
            });
    return out.length() == fields ? out.append("  []\n").toString() : out.toString();
  }

  private void entry(
      StringBuilder out,
      FieldSurvey.Endpoint endpoint,
      long n,
      @org.jspecify.annotations.Nullable SortedMap<String, FieldValues> fields) {
    out.append("  - endpoint: ").append(quoted(endpoint.name())).append("  # ").append(n);
    out.append(" exchanges\n    direction: ").append(endpoint.direction());
    out.append("\n    status: ").append(quoted(endpoint.status())).append("\n    keep:");
    boolean any = fields != null && fields.values().stream().anyMatch(f -> !proposed(f).isEmpty());
    out.append(any ? "\n" : " []\n");
    if (fields != null) {
      fields.forEach((path, values) -> field(out, path, values));
    }
  }

  private void field(StringBuilder out, String path, FieldValues field) {
    Set<String> values = proposed(field);
    if (values.isEmpty()) {
      out.append("      # not safe unseen: ").append(path).append("  ");
      evidence(out, field);
      return;
    }
    out.append("      - path: ").append(quoted(path)).append("  # ");
    evidence(out, field);
    out.append("        values: [");
    out.append(values.stream().map(FieldProposal::quoted).collect(Collectors.joining(", ")));
    out.append("]\n");
  }

  private static void evidence(StringBuilder out, FieldValues field) {
    out.append(field.seen()).append(" seen, ").append(field.distinct()).append(" different");
    out.append(field.isSensitive() ? ", holds findings" : "");
    out.append(field.isProse() ? ", natural language" : "");
    String shapes = field.shapes().stream().map(FieldProposal::oneLine).collect(COMMAS);
    out.append(", like ").append(shapes).append('\n');
  }

  private Set<String> proposed(FieldValues field) {
    boolean candidate =
        !field.isSensitive()
            && !field.isProse()
            && field.seen() >= leastSeen
            && field.distinct() <= mostDistinct;
    return candidate ? field.values(leastEach) : Set.of();
  }

  /** JSON's strings are YAML's too. */
  private static String quoted(String text) {
    try {
      return SluiceJson.mapper().writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new SluiceException("a field's text cannot be written");
    }
  }

  private static String oneLine(String shape) {
    return shape.replaceAll("\\p{Cntrl}", " ");
  }

  private static final java.util.stream.Collector<CharSequence, ?, String> COMMAS =
      Collectors.joining(" | ");

  private static final String HEAD =
      """
      # Fields that the strict profile keeps. Proposed by 'sluice policy learn' from sanitized
      # exchanges; nothing here is safe before you say so. Delete what can name a person or a
      # customer, add what a test needs (a field without 'values' is kept whatever it holds), and
      # refer to the file from the policy: 'safeFields: this-file.yaml'.
      fields:
      """;
}
