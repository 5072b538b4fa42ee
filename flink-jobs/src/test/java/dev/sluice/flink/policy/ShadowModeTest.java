package dev.sluice.flink.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flink.StoreOpener;
import dev.sluice.flink.stack.Captures;
import dev.sluice.flink.stack.Run;
import dev.sluice.flink.stack.Searched;
import dev.sluice.flink.stack.TestStack;
import dev.sluice.snapshot.store.S3Config;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A candidate runs beside the active policy on a real job, and only counts. */
final class ShadowModeTest {
  private static final String CANDIDATE = Run.POLICY + "disabledRules: [email-address]\n";
  private static final Duration LEAD = Duration.ofSeconds(2);
  private static final PublisherKey KEY = PublisherKey.generate();

  @TempDir Path folder;

  @Test
  void aShadowCountsWhatItWouldHaveDoneAndChangesNothing() throws Exception {
    Run run = new Run(folder, 1);
    Map<String, String> kafka = Map.of("bootstrap.servers", run.brokers());
    PolicyTopic topic = new PolicyTopic(run.raw() + ".policies", LEAD, List.of(KEY.publicText()));
    ControlTopic.create(kafka, topic.topic(), (short) 1);
    Instant effective = publish(kafka, topic);
    Instant soon = effective.minus(LEAD.dividedBy(4));
    while (Instant.now().isBefore(soon)) {
      LockSupport.parkNanos(1_000_000);
    }
    // Dated around the time the shadow takes effect; its share is half of the exchanges.
    int count = 400;
    run.publish(Captures.many(count, effective.minusMillis(count / 2), 1), new int[count]);

    run.runToEnd(run.config().policyTopic(topic).build());

    SortedMap<Long, ShadowCounts> reports = ShadowTopic.read(kafka, topic.topic());
    assertThat(reports).hasSize(1);
    ShadowCounts counts = reports.values().iterator().next();
    assertThat(counts.exchanges()).as("half of those after its time").isBetween(50L, 150L);
    assertThat(counts.differing()).isEqualTo(counts.exchanges());
    assertThat(counts.failed()).isZero();
    // The names of the fields are enough for another rule.
    long places = 2 * counts.exchanges();
    assertThat(counts.rules())
        .containsOnly(
            Map.entry("email-address", new ShadowCounts.Change(0, places, 0)),
            Map.entry("email-field", new ShadowCounts.Change(places, 0, 0)));
    Path reported = TestStack.get().partitionFolder(ShadowTopic.of(topic.topic()), 0);
    assertThat(Searched.folder(reported, Captures.CANARY)).isEmpty();
    assertThat(Searched.folder(run.rawFolder(), Captures.CANARY))
        .as("it can be found")
        .isNotEmpty();

    assertThat(run.manifests().values()).allMatch(m -> m.policies().size() == 1);
    S3Config alone = TestStack.get().bucket(run.raw() + "-alone");
    run.runToEnd(run.config(StoreOpener.s3(alone)).build());
    assertThat(Run.digests(run.manifests(alone))).isEqualTo(run.digests());
  }

  private static Instant publish(Map<String, String> kafka, PolicyTopic topic) {
    try (Publisher publisher = Publisher.open(kafka, topic, b -> Optional.empty())) {
      return Drafts.publishInTime(
          LEAD,
          from ->
              publisher.publish(
                  Drafts.draft(Publication.Kind.SHADOW, from, 0.5, Drafts.bundle(CANDIDATE)), KEY));
    }
  }
}
