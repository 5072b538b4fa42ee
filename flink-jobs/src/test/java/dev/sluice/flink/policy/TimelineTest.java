package dev.sluice.flink.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.SluiceJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TimelineTest {
  private static final String TOPIC = "captures.policies";
  private static final Duration LEAD = Duration.ofSeconds(20);
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final PublisherKey KEY = PublisherKey.generate();

  private final Timeline timeline = timeline();

  private static Timeline timeline() {
    return new Timeline(
        TOPIC,
        LEAD,
        TrustedKeys.of(List.of(KEY.publicText())),
        bundle -> bundle.policy().filter(p -> p.text().equals("broken")).map(p -> "does not load"));
  }

  private byte[] next(String policy, Instant from) {
    return signed(
        Drafts.numbered(
            Drafts.draft(from, Drafts.bundle(policy)),
            "t1",
            timeline.entries().size() + 1L,
            timeline.head().map(Entry::digest).orElse("")),
        TOPIC,
        KEY);
  }

  private static byte[] signed(Publication p, String topic, PublisherKey key) {
    return SignedRecord.of(p, topic, key).toBytes();
  }

  private Timeline.Step take(byte[] record) {
    return timeline.accept(record, NOW.toEpochMilli());
  }

  private int inForce(Instant at) {
    return InForce.of(timeline.entries(), Publication.Kind.GOVERN).at(at.toEpochMilli());
  }

  @Test
  void theNewestEntryWhoseTimeHasComeGoverns() {
    Instant early = NOW.plusSeconds(60);
    Instant late = NOW.plusSeconds(3_600);
    take(next("a", early));
    take(next("b", late));
    take(next("c", early.plusSeconds(1)));

    assertThat(inForce(early.minusMillis(1))).isEqualTo(InForce.AS_STARTED);
    assertThat(inForce(early)).isZero();
    assertThat(inForce(early.plusSeconds(1))).isEqualTo(2);
    assertThat(inForce(late)).as("an entry published later wins").isEqualTo(2);
  }

  @Test
  void whatAStrangerOrAnotherTopicSaysIsPassedOver() {
    take(next("a", NOW.plusSeconds(60)));
    List<Entry> before = timeline.entries();
    Publication wanted =
        Drafts.numbered(
            Drafts.draft(NOW.plusSeconds(60), Drafts.bundle("b")), "t1", 2, before.get(0).digest());

    assertRefused(signed(wanted, TOPIC, PublisherKey.generate()));
    assertRefused(signed(wanted, "staging.policies", KEY));
    assertRefused(signed(Drafts.numbered(wanted, "t2", 2, ""), TOPIC, KEY));
    assertRefused(signed(Drafts.numbered(wanted, "t2", 9, ""), TOPIC, KEY));
    assertRefused(signed(Drafts.numbered(wanted, "t1", 2, "sha256:00"), TOPIC, KEY));
    assertRefused(new byte[0]);
    assertRefused("{}".getBytes(StandardCharsets.UTF_8));
    assertRefused("null".getBytes(StandardCharsets.UTF_8));
    assertThat(timeline.entries()).isEqualTo(before);
    assertThat(timeline.refused()).isEqualTo(8);
  }

  @Test
  void noChangedByteOfAnEntryIsAccepted() {
    byte[] good = next("a", NOW.plusSeconds(60));
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      byte[] changed = good.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(7));
      Timeline fresh = timeline();
      Timeline.Step step = fresh.accept(changed, NOW.toEpochMilli());
      // White space and the padding bits of base64 carry nothing.
      if (step instanceof Timeline.Step.Accepted accepted) {
        assertThat(accepted.entry().publication())
            .isEqualTo(
                SignedRecord.open(good, TOPIC, TrustedKeys.of(List.of(KEY.publicText())))
                    .orElseThrow()
                    .publication());
      }
    }
    assertThat(take(Arrays.copyOf(good, good.length - 9)))
        .isInstanceOf(Timeline.Step.Refused.class);
  }

  @Test
  void whatComesTooLateOrDoesNotLoadKeepsItsPlaceWithoutEffect() {
    take(next("a", NOW.plusSeconds(60)));
    take(next("late", NOW.plus(LEAD).minusMillis(1)));
    take(next("broken", NOW.plusSeconds(90)));

    assertThat(timeline.entries()).hasSize(3);
    assertThat(timeline.entries().get(1).isUsable()).isFalse();
    assertThat(timeline.entries().get(2).isUsable()).isFalse();
    assertThat(inForce(NOW.plusSeconds(300))).isZero();
    assertThat(take(next("b", NOW.plus(LEAD)))).isInstanceOf(Timeline.Step.Accepted.class);
  }

  @Test
  void ofTwoThatRaceTheFirstWinsAndARepeatChangesNothing() {
    byte[] one = next("a", NOW.plusSeconds(60));
    byte[] two = next("b", NOW.plusSeconds(60));
    take(one);
    assertRefused(two);
    assertRefused(one);
    assertThat(timeline.entries()).hasSize(1);
  }

  @Test
  void aMissingEntryIsAGap() {
    Timeline writer = timeline();
    List<byte[]> records = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      byte[] record =
          signed(
              Drafts.numbered(
                  Drafts.draft(NOW.plusSeconds(60), Drafts.bundle("p" + i)),
                  "t1",
                  i,
                  writer.head().map(Entry::digest).orElse("")),
              TOPIC,
              KEY);
      writer.accept(record, NOW.toEpochMilli());
      records.add(record);
    }
    take(records.get(0));
    assertThat(take(records.get(2))).isEqualTo(new Timeline.Step.Gap(3, 2));
  }

  @Test
  void deepAndLargeRecordsDoNoHarm() {
    byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    assertRefused(deep);
    byte[] large = new byte[SignedRecord.MOST_BYTES + 1];
    assertRefused(large);
    assertRefused(SluiceJson.bytes(new SignedRecord(1, "p-0000000000000000", "!", "%%%")));
  }

  @Test
  void keysRoundTripAndDoNotPrintTheirSecret() {
    assertThat(KEY.toString()).startsWith("[publisher p-");
    assertThat(Optional.of(KEY.publicText())).hasValueSatisfying(t -> assertThat(t).hasSize(77));
  }

  private void assertRefused(byte[] record) {
    assertThat(take(record)).isInstanceOf(Timeline.Step.Refused.class);
  }
}
