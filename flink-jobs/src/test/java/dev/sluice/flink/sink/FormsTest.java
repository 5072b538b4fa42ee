package dev.sluice.flink.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.sluice.flink.ledger.LedgerRange;
import dev.sluice.flink.ledger.Outcomes;
import dev.sluice.flink.ledger.Restore;
import dev.sluice.flink.sanitize.WindowKey;
import dev.sluice.model.PolicyTerms;
import dev.sluice.snapshot.store.StagedUpload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.junit.jupiter.api.Test;

/** Stored forms of version 1 stay readable: their bytes are kept beside this test. */
final class FormsTest {
  static final SealRules.ProvenanceForm PROVENANCE =
      new SealRules.ProvenanceForm(
          "0.1.0",
          "balanced",
          "sha256:11",
          new TreeMap<>(Map.of("core", "sha256:22")),
          "k-0011223344556677");

  private static final WindowKey WINDOW =
      new WindowKey("prod", "checkout", 1_700_000_000_000L, 10_000);
  private static final StagedPart PART =
      new StagedPart(
          WINDOW,
          new StagedUpload("prod/a.parquet", "up-1", List.of("e1", "e2"), 123, "sha256:33"),
          7,
          Instant.parse("2026-11-22T12:00:00.000001Z"),
          Instant.parse("2026-11-22T12:00:09Z"));
  private static final Outcomes OUTCOMES =
      new Outcomes(5, new TreeMap<>(Map.of("malformed-capture", 2L)), 3, 1, 0);
  private static final WindowTally TALLY =
      new WindowTally(new TreeMap<>(Map.of("residual-finding", 4L)), 6);

  @Test
  void writerReport() throws IOException {
    Progress progress =
        new Progress(
            1,
            3,
            1_700_000_005_000L,
            true,
            false,
            List.of(new LedgerRange("raw", 2, 10, 22, 1, OUTCOMES)),
            new TreeMap<>(Map.of("prod/checkout", OUTCOMES)),
            new TreeMap<>(Map.of(WINDOW, TALLY)));
    WriterReport report = new WriterReport(progress, List.of(PART));

    assertKept("writer-report-1", new WriterReportSerializer(), report);
    assertThat(read("writer-report-1", new WriterReportSerializer())).isEqualTo(report);
  }

  @Test
  void heldWindow() throws IOException {
    HeldWindow back = read("held-window-1", new HeldWindowSerializer());
    assertThat(back.key()).isEqualTo(WINDOW);
    assertThat(back.authorities()).containsExactly("k$00ff");
    assertThat(back.rows())
        .singleElement()
        .satisfies(row -> assertThat(row.offset()).isEqualTo(11));
    assertThat(back.terms()).isEmpty();
  }

  @Test
  void heldWindowWithTerms() throws IOException {
    PolicyTerms terms = new PolicyTerms(PROVENANCE.provenance());
    HeldWindow held = new HeldWindow(WINDOW);
    held.add(new HeldRow(2, 11, new byte[] {1, 2, 3}));
    held.addTerms(terms);

    HeldWindowSerializer form = new HeldWindowSerializer();
    HeldWindow back = form.deserialize(form.getVersion(), form.serialize(held));
    assertThat(back.terms()).containsExactly(terms);
    assertThat(back.rows()).hasSize(1);
  }

  @Test
  void heldWindowOfTheVersionBeforeIsTheSameUnpacked() throws IOException {
    HeldWindowSerializer form = new HeldWindowSerializer();
    HeldWindow held = new HeldWindow(WINDOW);
    byte[] row = new byte[10_000];
    held.add(new HeldRow(2, 11, row));
    byte[] frame = form.serialize(held);

    byte[] plain = Zstd.decompress(frame, (int) Zstd.getFrameContentSize(frame));
    assertThat(form.deserialize(2, plain).rows())
        .singleElement()
        .extracting(HeldRow::offset)
        .isEqualTo(11L);
    assertThat(frame).as("packed").hasSizeLessThan(row.length / 10);
  }

  @Test
  void aSearchSeesWhatIsPackedAnywhereInAFile() throws IOException {
    HeldWindow held = new HeldWindow(WINDOW);
    held.add(new HeldRow(2, 11, "a row".repeat(50).getBytes(StandardCharsets.UTF_8)));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 1, 2, 3});
    file.writeBytes(new HeldWindowSerializer().serialize(held));
    file.writeBytes(new byte[9]);

    assertThat(PackedState.contents(file.toByteArray()))
        .singleElement()
        .satisfies(c -> assertThat(new String(c, StandardCharsets.ISO_8859_1)).contains("a row"));
  }

  @Test
  void aDamagedHeldWindowIsRefused() throws IOException {
    HeldWindowSerializer form = new HeldWindowSerializer();
    byte[] frame = form.serialize(new HeldWindow(WINDOW));

    for (int cut = 0; cut < frame.length; cut++) {
      byte[] part = Arrays.copyOf(frame, cut);
      assertThatThrownBy(() -> form.deserialize(3, part)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void checkpointCommit() throws IOException {
    CheckpointCommit commit =
        new CheckpointCommit(
            42,
            List.of(PART.upload()),
            List.of(new Seal(WINDOW, 2, List.of(PART.info()), TALLY)),
            PROVENANCE.provenance(),
            "_ledger/live/i1/000000000042.json",
            "{}".getBytes(StandardCharsets.UTF_8));

    assertKept("checkpoint-commit-1", new CheckpointCommitSerializer(), commit);
    CheckpointCommit back = read("checkpoint-commit-1", new CheckpointCommitSerializer());
    assertThat(back).usingRecursiveComparison().isEqualTo(commit);
  }

  @Test
  void bookState() throws IOException {
    BookState state =
        new BookState(
            "20261122T120000000Z-00112233",
            Optional.of(new Restore("20261122T130000000Z-44556677", "", 41)),
            42,
            1_700_000_005_000L,
            new Writers(3, List.of(1)),
            new TreeMap<>(Map.of(0, 17L)),
            new TreeMap<>(Map.of(WINDOW, new OpenWindow(List.of(PART.info()), 1, 1, TALLY))));

    assertKept("book-state-2", new BookStateSerializer(), state);
    BookState back = new BookStateSerializer().deserialize(2, kept("book-state-2"));
    assertThat(back).usingRecursiveComparison().isEqualTo(state);
  }

  @Test
  void bookStateOfTheVersionBeforeKnowsNoRestore() throws IOException {
    BookState back = read("book-state-1", new BookStateSerializer());

    assertThat(back.restore()).isEmpty();
    assertThat(back.checkpoint()).isEqualTo(42);
    assertThat(back.positions()).containsExactly(Map.entry(0, 17L));
    assertThat(back.windows()).containsOnlyKeys(WINDOW);
  }

  @Test
  void unknownVersionsAndTornBytesAreRefused() throws IOException {
    WriterReportSerializer form = new WriterReportSerializer();
    byte[] kept = kept("writer-report-1");

    assertThatThrownBy(() -> form.deserialize(99, kept)).isInstanceOf(IOException.class);
    for (int length = 0; length < kept.length; length++) {
      byte[] torn = java.util.Arrays.copyOf(kept, length);
      assertThatThrownBy(() -> form.deserialize(1, torn)).isInstanceOf(Exception.class);
    }
  }

  private static <T> void assertKept(String name, SimpleVersionedSerializer<T> form, T value)
      throws IOException {
    assertThat(HexFormat.of().formatHex(form.serialize(value)))
        .as(name)
        .isEqualTo(HexFormat.of().formatHex(kept(name)));
  }

  private static <T> T read(String name, SimpleVersionedSerializer<T> form) throws IOException {
    return form.deserialize(1, kept(name));
  }

  private static byte[] kept(String name) throws IOException {
    try (InputStream in = FormsTest.class.getResourceAsStream("/forms/" + name + ".hex")) {
      if (in == null) {
        throw new IOException("no kept bytes " + name);
      }
      String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }
  }
}
