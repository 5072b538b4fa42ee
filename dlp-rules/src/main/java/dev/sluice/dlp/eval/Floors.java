package dev.sluice.dlp.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What a run must reach; kept in {@code floors.yaml}, just under what is reached. */
public final class Floors {
  private final JsonNode floors;
  private final List<String> broken = new ArrayList<>();

  private Floors(JsonNode floors) {
    this.floors = floors;
  }

  /** What the report lacks, a line each; empty if it reaches every floor. */
  public static List<String> broken(EvalReport report) {
    Floors floors = new Floors(CorpusFiles.read("floors.yaml"));
    floors.texts(report.texts());
    floors.containers(report.containers());
    return List.copyOf(floors.broken);
  }

  private void texts(TextResult texts) {
    JsonNode floor = floors.path("texts");
    atLeast("recall in texts", texts.all().recall(), floor.path("recall"));
    atLeast("precision in texts", texts.all().precision(), floor.path("precision"));
    atLeast("F2 in texts", texts.all().f2(), floor.path("f2"));
    atLeast("exact spans in texts", texts.all().exact(), floor.path("exact"));
    atLeast("any-score recall in texts", texts.all().anyScore(), floor.path("any-score"));
    atMost(
        "false positive share of negatives",
        texts.falsePositiveShare(),
        floor.path("false-positives"));
    JsonNode perType = floor.path("type-recall");
    rows(texts.types(), perType, "recall of ");
    rows(texts.secrets(), floor.path("secret-recall"), "recall of ");
  }

  private void rows(List<Scores> rows, JsonNode floor, String what) {
    for (Scores row : rows) {
      if (row.cases() > 0) {
        JsonNode own = floor.path("except").path(row.name());
        atLeast(what + row.name(), row.recall(), own.isMissingNode() ? floor.path("all") : own);
      }
    }
  }

  private void containers(ContainerResult result) {
    JsonNode floor = floors.path("containers");
    atMost("leaks in named fields", result.all().named(), floor.path("named"));
    atMost("leaks of named secrets", result.all().secrets(), floor.path("secrets"));
    atMost("leaks in neutral fields", result.all().neutral(), floor.path("neutral"));
    atMost("messages altered elsewhere", result.all().altered(), floor.path("altered"));
    atMost("messages quarantined", result.all().quarantined(), floor.path("quarantined"));
    Set<String> exempt = new TreeSet<>();
    floor.path("behind").forEach(name -> exempt.add(name.asText()));
    ContainerRow json = result.containers().get(0);
    for (ContainerRow row : result.containers()) {
      if (!exempt.contains(row.name())) {
        atMost(
            row.name() + " against JSON", row.worstLeak() - json.worstLeak(), floor.path("spread"));
      }
    }
  }

  private void atLeast(String what, double reached, JsonNode floor) {
    if (reached < floor.asDouble()) {
      broken.add(line(what, reached, "under the floor of", floor.asDouble()));
    }
  }

  private void atMost(String what, double reached, JsonNode ceiling) {
    if (reached > ceiling.asDouble()) {
      broken.add(line(what, reached, "over", ceiling.asDouble()));
    }
  }

  private static String line(String what, double reached, String how, double limit) {
    return String.format(
        Locale.ROOT, "%s: %.2f%% is %s %.2f%%", what, reached * 100, how, limit * 100);
  }
}
