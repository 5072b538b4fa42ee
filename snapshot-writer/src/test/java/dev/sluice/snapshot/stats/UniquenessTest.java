package dev.sluice.snapshot.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.model.Body;
import dev.sluice.model.Direction;
import dev.sluice.model.Exchange;
import dev.sluice.model.Finding;
import dev.sluice.model.FindingCount;
import dev.sluice.model.Header;
import dev.sluice.model.InfoCategory;
import dev.sluice.model.PolicyTerms;
import dev.sluice.model.QuasiIdentifiers;
import dev.sluice.model.Request;
import dev.sluice.model.Response;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.SealLimits;
import dev.sluice.model.Trace;
import dev.sluice.model.Uniqueness;
import dev.sluice.snapshot.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** How many subjects of a snapshot can be singled out, and what is too rare to be named. */
class UniquenessTest {
  private static final PolicyTerms TERMS =
      new PolicyTerms(
          Samples.PROVENANCE,
          SealLimits.NONE,
          Optional.empty(),
          Optional.of(3),
          List.of(new QuasiIdentifiers("person", List.of("zip", "birth_year", "sex"))));
  private static final String JSON = "application/json";

  @Test
  void whoHasACombinationAloneIsUnique() {
    PartStats stats = stats();
    for (int subject = 0; subject < 6; subject++) {
      // Twice each: one subject is one, however often it comes.
      stats.add(row("s" + subject, JSON, body(subject < 4 ? "1000" : "2" + subject, 1980)));
      stats.add(row("s" + subject, JSON, body(subject < 4 ? "1000" : "2" + subject, 1980)));
    }

    assertThat(stats.uniqueness()).containsExactly(new Uniqueness("person", 6, 2));
    assertThat(stats.uniqueness().get(0).share()).isCloseTo(0.333, within(0.001));
  }

  @Test
  void partsTellTheSameTogetherAsAllRows() {
    PartStats all = stats();
    List<PartStats> parts = List.of(stats(), stats());
    for (int i = 0; i < 2_000; i++) {
      SanitizedExchange row = row("s" + i % 700, JSON, body("z" + i % 350, 1900 + i % 7));
      all.add(row);
      parts.get(i % 2).add(row);
    }
    PartStats merged = new PartStats();
    parts.forEach(part -> merged.merge(PartStats.fromBytes(part.toBytes())));

    assertThat(merged.toBytes()).isEqualTo(all.toBytes());
    assertThat(merged.uniqueness()).isEqualTo(all.uniqueness());
    assertThat(merged.findings(3)).isEqualTo(all.findings(3));
  }

  @Test
  void ofManyCombinationsASampleTellsTheShare() {
    PartStats stats = stats();
    for (int i = 0; i < 10_000; i++) {
      // One in three combinations belongs to two subjects: half of the subjects are alone.
      stats.add(row("s" + i, JSON, body("z" + (i < 5_000 ? i / 2 : i - 2_500), 1980)));
    }
    Uniqueness found = stats.uniqueness().get(0);

    assertThat(found.share()).isCloseTo(0.5, within(0.12));
    assertThat(stats.toBytes().length).isLessThan(64 << 10);
  }

  @Test
  void formsQueriesAndCompressedBodiesAreReadToo() throws IOException {
    PartStats stats = stats();
    stats.add(row("a", "application/x-www-form-urlencoded", utf8("zip=1&birthYear=2&Sex=m+f")));
    stats.add(at("b", "https://shop.example/x?zip=1&birth-year=2&sex=m%20f#top"));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(utf8("{\"p\":{\"zip\":1,\"birthYear\":2},\"list\":[{\"sex\":\"M F \"}]}"));
    }
    stats.add(
        row(
            "c",
            List.of(new Header("content-type", JSON), new Header("Content-Encoding", "gzip")),
            packed.toByteArray(),
            List.of()));

    assertThat(stats.uniqueness()).containsExactly(new Uniqueness("person", 3, 0));
  }

  @Test
  void whatWasReplacedTellsNothingAndWhatWasGeneralizedDoes() {
    PartStats stats = stats();
    for (String subject : List.of("a", "b", "c")) {
      stats.add(
          row(
              subject,
              List.of(new Header("content-type", JSON)),
              body("surrogate-" + subject, 1980),
              List.of(found("$.user.zip", "tokenize"), found("$.user.birthYear", "generalize"))));
    }
    assertThat(stats.uniqueness()).containsExactly(new Uniqueness("person", 3, 0));

    stats.add(row("d", JSON, utf8("{\"zip\":1,\"sex\":\"f\"}")));
    assertThat(stats.uniqueness()).as("a field is missing").extracting("subjects").contains(3L);
  }

  @Test
  void aSetThatNoRowHasIsToldAsWell() {
    assertThat(stats().uniqueness()).containsExactly(new Uniqueness("person", 0, 0));
    assertThat(new Uniqueness("person", 0, 0).share()).isZero();
  }

  @Test
  void locationsOfTooFewSubjectsAreNotNamedAndStillCounted() {
    PartStats stats = stats();
    for (String subject : List.of("a", "b", "c", "c")) {
      stats.add(finding(subject, "$.user.email"));
    }
    for (String subject : List.of("a", "b", "b", "b")) {
      stats.add(finding(subject, "$.members.fan_of_42"));
    }

    assertThat(locations(stats.findings(1)))
        .containsExactly("request.body:$.members.fan_of_42 4", "request.body:$.user.email 4");
    assertThat(locations(stats.findings(3)))
        .containsExactly("request.body:$.user.email 4", "request.body:* 4");
  }

  @Test
  void rowsOfPartsThatCountedNoSubjectsAreRare() {
    PartStats old = new PartStats();
    old.add(finding("a", "$.user.email"));
    PartStats merged = stats();
    merged.merge(PartStats.fromBytes(old.toBytes()));

    assertThat(locations(merged.findings(3))).containsExactly("request.body:* 1");
  }

  private static List<String> locations(List<FindingCount> counts) {
    return counts.stream().map(f -> f.location() + " " + f.count()).sorted().toList();
  }

  private static PartStats stats() {
    PartStats stats = new PartStats();
    stats.addTerms(List.of(TERMS));
    return stats;
  }

  private static SanitizedExchange finding(String session, String path) {
    return row(session, List.of(), new byte[0], List.of(found(path, "tokenize")));
  }

  private static Finding found(String path, String transform) {
    return new Finding(
        "rule", "TYPE", InfoCategory.PII, "request.body:" + path, transform, 0, 1, 0.9);
  }

  private static byte[] body(String zip, int year) {
    return utf8("{\"user\":{\"zip\":\"%s\",\"birthYear\":%d,\"sex\":\"f\"}}".formatted(zip, year));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static SanitizedExchange row(String session, String type, byte[] body) {
    return row(session, List.of(new Header("Content-Type", type)), body, List.of());
  }

  private static SanitizedExchange at(String session, String url) {
    return row(session, url, List.of(), new byte[0], List.of());
  }

  private static SanitizedExchange row(
      String session, List<Header> headers, byte[] body, List<Finding> findings) {
    return row(session, "https://shop.example/x", headers, body, findings);
  }

  private static SanitizedExchange row(
      String session, String url, List<Header> headers, byte[] body, List<Finding> findings) {
    Exchange exchange =
        new Exchange(
            "ex-1",
            Samples.START,
            "prod",
            "checkout",
            Direction.INBOUND,
            "HTTP/1.1",
            OptionalLong.empty(),
            new Request("POST", url, headers, Body.of(body)),
            Optional.of(new Response(200, List.of(), Body.EMPTY)),
            Trace.NONE,
            Map.of());
    return new SanitizedExchange(
        exchange,
        "/x",
        Optional.of(session),
        new ArrayList<>(findings),
        List.of(),
        List.of(),
        Samples.PROVENANCE.policyDigest());
  }
}
