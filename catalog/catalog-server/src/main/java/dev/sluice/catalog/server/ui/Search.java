package dev.sluice.catalog.server.ui;

import dev.sluice.catalog.server.db.SnapshotFilter;
import dev.sluice.catalog.server.http.Params;
import dev.sluice.catalog.server.problem.ProblemException;
import dev.sluice.model.SnapshotStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the search box says: {@code service:checkout env:prod endpoint:/v1/orders label:golden
 * from:2026-11-22T00:00Z to:… policy:sha256:…}. A word without a colon is a service.
 *
 * @param text as typed, for the box
 * @param complaint what was not understood; empty if all was
 */
public record Search(
    String text, String status, boolean allRevisions, String complaint, SnapshotFilter filter) {

  /** Reads the box; never throws, what it cannot read becomes the complaint. */
  public static Search of(String text, String status, boolean allRevisions) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String word : text.strip().split("\\s+")) {
      int colon = word.indexOf(':');
      if (colon > 0) {
        words.put(word.substring(0, colon).toLowerCase(Locale.ROOT), word.substring(colon + 1));
      } else if (!word.isEmpty()) {
        words.put("service", word);
      }
    }
    try {
      return new Search(
          text, status, allRevisions, complaint(words), filter(words, status, allRevisions));
    } catch (ProblemException e) {
      String complaint = e.getMessage() == null ? "not understood" : e.getMessage();
      return new Search(text, status, allRevisions, complaint, SnapshotFilter.none());
    }
  }

  private static String complaint(Map<String, String> words) {
    TreeSet<String> unknown = new TreeSet<>(words.keySet());
    java.util.List.of("service", "env", "endpoint", "label", "from", "to", "policy")
        .forEach(unknown::remove);
    return unknown.isEmpty()
        ? ""
        : "not understood: "
            + String.join(", ", unknown)
            + "; use service, env, endpoint, label, from, to or policy";
  }

  private static SnapshotFilter filter(
      Map<String, String> words, String status, boolean allRevisions) {
    return new SnapshotFilter(
        word(words, "service"),
        word(words, "env"),
        time(words, "from"),
        time(words, "to"),
        status.isEmpty()
            ? Optional.empty()
            : Optional.of(Params.constant("status", status, SnapshotStatus.class)),
        word(words, "label"),
        word(words, "endpoint"),
        word(words, "policy"),
        !allRevisions);
  }

  private static Optional<String> word(Map<String, String> words, String key) {
    return Optional.ofNullable(words.get(key)).filter(v -> !v.isEmpty());
  }

  private static Optional<Instant> time(Map<String, String> words, String key) {
    return word(words, key).map(v -> Params.instant(key, v));
  }

  public boolean isEmpty() {
    return text.isBlank() && status.isEmpty() && !allRevisions;
  }

  /** This search's address, with a cursor to go on from. */
  public String url(String cursor) {
    return "/snapshots?q="
        + encoded(text)
        + (status.isEmpty() ? "" : "&status=" + encoded(status))
        + (allRevisions ? "&revisions=all" : "")
        + (cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
