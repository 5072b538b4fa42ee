package dev.sluice.snapshot.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.Exchange;
import dev.sluice.model.PolicyTerms;
import dev.sluice.model.Provenance;
import dev.sluice.model.QuasiIdentifiers;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.SealLimits;
import dev.sluice.model.SluiceException;
import dev.sluice.model.Uniqueness;
import dev.sluice.snapshot.Samples;
import dev.sluice.snapshot.Snapshots;
import dev.sluice.snapshot.part.PartMeta;
import dev.sluice.snapshot.store.DirStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotReaderTest {
  private static final Comparator<SanitizedExchange> BY_TIME =
      Comparator.comparing(e -> e.exchange().ts());

  @TempDir Path dir;
  private CountingStore store;

  @BeforeEach
  void open() {
    store = new CountingStore(DirStore.open(dir));
  }

  @RepeatedTest(5)
  void partsThatOverlapInAnyWayComeMergedByTime(RepetitionInfo info) {
    List<SanitizedExchange> rows = Samples.many(info.getCurrentRepetition(), 400);
    SnapshotReader reader = seal(scatter(rows, 5, info.getCurrentRepetition()));

    assertThat(read(reader, ReadFilter.ALL)).isEqualTo(rows.stream().sorted(BY_TIME).toList());
    assertThat(reader.verify()).isEmpty();
  }

  @Test
  void whatAPolicyKeepsOutOfStatisticsIsMissedByNoCheck() {
    List<SanitizedExchange> rows = Samples.many(3, 60);
    Provenance known = Samples.PROVENANCE;
    Provenance provenance =
        new Provenance(
            known.engineVersion(),
            known.profile(),
            rows.get(0).policyDigest(),
            known.rulePackDigests(),
            known.keyId());
    PolicyTerms terms =
        new PolicyTerms(
            provenance,
            SealLimits.NONE,
            Optional.empty(),
            Optional.of(10),
            List.of(new QuasiIdentifiers("numbers", List.of("n"))));
    PartMeta meta = new PartMeta(List.of(), List.of(), List.of(terms), Optional.empty());
    String key = Snapshots.seal(store, List.of(rows.subList(0, 25), rows.subList(25, 60)), meta);
    SnapshotReader reader = SnapshotReader.open(store, key);

    assertThat(reader.manifest().baseline().endpoints())
        .anyMatch(endpoint -> endpoint.endpoint().endsWith(" *"));
    assertThat(reader.manifest().uniqueness()).extracting(Uniqueness::set).contains("numbers");
    assertThat(reader.verify()).isEmpty();
  }

  @RepeatedTest(10)
  void everyFilterGivesWhatASimpleScanGives(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    List<SanitizedExchange> rows = Samples.many(77, 1_500);
    SnapshotReader reader = seal(scatter(rows, 3, 7));
    SanitizedExchange one = rows.get(random.nextInt(rows.size()));
    Instant from = Samples.START.plusMillis(random.nextInt(1500)).plusNanos(500);
    Instant to = from.plusMillis(random.nextInt(500));
    String method = one.exchange().request().method();
    String traceId = one.exchange().trace().traceId().orElse("none");
    String session = one.sessionId().orElse("none");

    check(
        reader,
        rows,
        ReadFilter.ALL.between(from, to),
        e -> !ts(e).isBefore(from) && ts(e).isBefore(to));
    check(
        reader,
        rows,
        ReadFilter.ALL.endpoint(method, one.pathTemplate()),
        e ->
            e.exchange().request().method().equals(method)
                && e.pathTemplate().equals(one.pathTemplate()));
    check(
        reader,
        rows,
        ReadFilter.ALL.status(400, 599),
        e -> e.exchange().response().filter(r -> r.status() >= 400).isPresent());
    check(
        reader,
        rows,
        ReadFilter.ALL.trace(traceId),
        e -> e.exchange().trace().traceId().equals(Optional.of(traceId)));
    check(
        reader,
        rows,
        ReadFilter.ALL.session(session).status(200, 299),
        e ->
            e.sessionId().equals(Optional.of(session))
                && e.exchange().response().filter(r -> r.status() / 100 == 2).isPresent());
  }

  @Test
  void filtersLeaveMostOfALargeSnapshotUnread() {
    List<SanitizedExchange> rows = new ArrayList<>(Samples.many(5, 20_000));
    rows.sort(BY_TIME);
    SnapshotReader reader = seal(List.of(rows.subList(0, 12_000), rows.subList(12_000, 20_000)));

    Cost all = cost(reader, ReadFilter.ALL);
    Instant from = Samples.START.plusMillis(3_000);
    Cost second = cost(reader, ReadFilter.ALL.between(from, from.plusMillis(100)));
    Cost trace = cost(reader, ReadFilter.ALL.trace("trace-4242"));
    Cost none = cost(reader, ReadFilter.ALL.trace("no-such-trace"));
    Cost past = cost(reader, ReadFilter.ALL.between(Instant.EPOCH, Samples.START));

    assertThat(all.rows).isEqualTo(20_000);
    assertThat(second.rows).isEqualTo(100);
    assertThat(second.bytes).isLessThan(all.bytes / 4);
    assertThat(trace.rows).isEqualTo(1);
    assertThat(trace.bytes).isLessThan(all.bytes / 3);
    assertThat(none.rows).isZero();
    assertThat(none.bytes).isLessThan(all.bytes / 10);
    assertThat(none.reads).isLessThanOrEqualTo(8);
    assertThat(past).isEqualTo(new Cost(0, 0, 0));
  }

  @Test
  void identicalCopiesOfAnExchangeComeOnce() {
    List<SanitizedExchange> rows = Samples.many(6, 100);
    SnapshotReader reader = seal(List.of(rows, rows.subList(0, 30), rows.subList(20, 30)));

    try (ExchangeCursor cursor = reader.exchanges(ReadFilter.ALL)) {
      assertThat(drain(cursor)).isEqualTo(rows.stream().sorted(BY_TIME).toList());
      assertThat(cursor.duplicates()).isEqualTo(40);
      assertThat(cursor.conflicts()).isEmpty();
    }
    assertThat(reader.verify()).isEmpty();
  }

  @Test
  void oneIdWithDifferentContentIsReportedAndBothAreRead() {
    List<SanitizedExchange> rows = Samples.many(7, 50);
    SanitizedExchange sameTime = renamed(rows.get(3), rows.get(3).exchange().id(), "/other");
    SanitizedExchange otherTime = renamed(rows.get(9), rows.get(5).exchange().id(), "/cart");
    SnapshotReader reader = seal(List.of(rows, List.of(sameTime, otherTime)));

    try (ExchangeCursor cursor = reader.exchanges(ReadFilter.ALL)) {
      assertThat(drain(cursor)).hasSize(52);
      assertThat(cursor.duplicates()).isZero();
      assertThat(cursor.conflicts())
          .extracting(Problem::code, Problem::subject)
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple("id-conflict", rows.get(3).exchange().id()),
              org.assertj.core.groups.Tuple.tuple("id-conflict", rows.get(5).exchange().id()));
    }
  }

  @Test
  void aFlippedBitInAPartIsFound() throws Exception {
    SnapshotReader reader = seal(scatter(Samples.many(8, 200), 2, 1));
    Path part = dir.resolve(Snapshots.ID.prefix() + "part-1.parquet");
    byte[] bytes = Files.readAllBytes(part);
    Random random = new Random(8);
    for (int i = 0; i < 20; i++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(part, damaged);
      assertThat(reader.verify()).extracting(Problem::code).containsExactly("part-checksum");
    }
  }

  @Test
  void aTruncatedAMissingAndASwappedPartAreFound() throws Exception {
    SnapshotReader reader = seal(scatter(Samples.many(9, 200), 2, 1));
    Path first = dir.resolve(Snapshots.ID.prefix() + "part-0.parquet");
    Path second = dir.resolve(Snapshots.ID.prefix() + "part-1.parquet");
    byte[] bytes = Files.readAllBytes(second);

    Files.write(second, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(reader.verify()).extracting(Problem::code).containsExactly("part-size");
    assertThatThrownBy(() -> read(reader, ReadFilter.ALL)).isInstanceOf(SluiceException.class);
    Files.copy(first, second, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(reader.verify()).isNotEmpty();
    Files.delete(second);
    assertThat(reader.verify()).extracting(Problem::code).containsExactly("part-unreadable");
  }

  @Test
  void aTamperedManifestDoesNotFollowFromItsParts() throws Exception {
    seal(scatter(Samples.many(10, 100), 2, 1));
    Path file = dir.resolve(Snapshots.ID.manifestKey());
    String manifest = Files.readString(file);

    assertThat(tampered(file, manifest, "\"exchanges\" : 100", "\"exchanges\" : 99"))
        .contains("exchange-count");
    assertThat(
            tampered(
                file, manifest, "\"contentDigest\" : \"sha256:", "\"contentDigest\" : \"sha256:0"))
        .contains("content-digest");
    assertThat(tampered(file, manifest, "\"p99Micros\" : 1", "\"p99Micros\" : 2"))
        .contains("baseline");
    assertThat(tampered(file, manifest, "email-address", "harmless")).contains("finding-counts");
    assertThat(tampered(file, manifest, "2026-11-22T12:05:00Z", "2026-11-22T12:00:00.050Z"))
        .contains("row-outside-window");
  }

  @Test
  void whatDoesNotFollowFromPartsIsBoundByTheManifestsDigest() throws Exception {
    SnapshotReader sealed = seal(scatter(Samples.many(11, 50), 1, 1));
    Path file = dir.resolve(Snapshots.ID.manifestKey());
    Files.writeString(file, Files.readString(file).replace("balanced", "strict"));

    assertThatThrownBy(
            () ->
                SnapshotReader.open(store, Snapshots.ID.manifestKey())
                    .requireManifest(sealed.manifestDigest()))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("expected " + sealed.manifestDigest());
  }

  @Test
  void aFolderOpensWhereItWasSealedAndWhereItWasCopied(@TempDir Path elsewhere) throws Exception {
    List<SanitizedExchange> rows = Samples.many(12, 60);
    seal(scatter(rows, 2, 1));
    Path copy = elsewhere.resolve("pulled");
    Files.createDirectories(copy);
    try (var files = Files.list(dir.resolve(Snapshots.ID.prefix()))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }

    for (Path folder : List.of(dir, dir.resolve(Snapshots.ID.prefix()), copy, elsewhere)) {
      SnapshotReader reader = SnapshotReader.open(folder);
      assertThat(read(reader, ReadFilter.ALL)).hasSize(60);
      assertThat(reader.verify()).isEmpty();
    }
    assertThatThrownBy(() -> SnapshotReader.open(elsewhere.resolve("nothing")))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("no manifest.json");
    assertThat(Files.exists(elsewhere.resolve("nothing"))).isFalse();
  }

  private record Cost(long rows, int reads, long bytes) {}

  private Cost cost(SnapshotReader reader, ReadFilter filter) {
    store.reset();
    long rows = read(reader, filter).size();
    return new Cost(rows, store.reads(), store.bytes());
  }

  private List<String> tampered(Path file, String manifest, String what, String with)
      throws Exception {
    String changed = manifest.replace(what, with);
    assertThat(changed).as("the test changes something").isNotEqualTo(manifest);
    Files.writeString(file, changed);
    return SnapshotReader.open(store, Snapshots.ID.manifestKey()).verify().stream()
        .map(Problem::code)
        .toList();
  }

  private static void check(
      SnapshotReader reader,
      List<SanitizedExchange> rows,
      ReadFilter filter,
      Predicate<SanitizedExchange> scan) {
    assertThat(read(reader, filter)).isEqualTo(rows.stream().filter(scan).sorted(BY_TIME).toList());
  }

  private static Instant ts(SanitizedExchange exchange) {
    return exchange.exchange().ts();
  }

  private SnapshotReader seal(List<List<SanitizedExchange>> parts) {
    return SnapshotReader.open(store, Snapshots.seal(store, parts));
  }

  private static List<List<SanitizedExchange>> scatter(
      List<SanitizedExchange> rows, int n, long seed) {
    Random random = new Random(seed);
    List<List<SanitizedExchange>> parts = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      parts.add(new ArrayList<>(List.of(rows.get(i))));
    }
    rows.subList(n, rows.size()).forEach(row -> parts.get(random.nextInt(n)).add(row));
    return parts;
  }

  private static List<SanitizedExchange> read(SnapshotReader reader, ReadFilter filter) {
    try (ExchangeCursor cursor = reader.exchanges(filter)) {
      return drain(cursor);
    }
  }

  private static List<SanitizedExchange> drain(ExchangeCursor cursor) {
    List<SanitizedExchange> all = new ArrayList<>();
    cursor.forEachRemaining(all::add);
    return all;
  }

  private static SanitizedExchange renamed(SanitizedExchange row, String id, String template) {
    Exchange e = row.exchange();
    return new SanitizedExchange(
        new Exchange(
            id,
            e.ts(),
            e.env(),
            e.service(),
            e.direction(),
            e.protocol(),
            e.durationMicros(),
            e.request(),
            e.response(),
            e.trace(),
            e.tags()),
        template,
        row.sessionId(),
        row.findings(),
        row.timeReferences(),
        row.notes(),
        row.policyDigest());
  }
}
