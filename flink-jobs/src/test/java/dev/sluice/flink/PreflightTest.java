package dev.sluice.flink;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.flink.stack.Run;
import dev.sluice.flink.stack.TestStack;
import dev.sluice.flink.stream.SanitizedTopic;
import dev.sluice.model.SluiceException;
import dev.sluice.snapshot.store.S3Config;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreflightTest {
  @TempDir Path folder;
  private Run run;

  @BeforeEach
  void start() {
    run = new Run(folder, 1);
  }

  @Test
  void aGoodConfigPasses() {
    assertThatCode(() -> JobRunner.check(run.config().build())).doesNotThrowAnyException();
  }

  @Test
  void aMissingTopicIsNamed() {
    assertRefused(run.config().topic("no-such-topic").build(), "no-such-topic");
    assertRefused(run.config().quarantineTopic("no-such-either").build(), "no-such-either");
  }

  @Test
  void anUnreachableBrokerIsNamed() {
    JobConfig config =
        JobConfig.builder(
                "127.0.0.1:1",
                StoreOpener.s3(run.bucket()),
                KeySource.file(folder.resolve("key").toString()),
                folder.toString())
            .build();

    assertRefused(config, "no Kafka broker answers at 127.0.0.1:1");
  }

  @Test
  void aMissingBucketOrWrongCredentialsAreRefused() {
    assertRefused(
        run.config(StoreOpener.s3(TestStack.get().existingBucket("no-such-bucket"))).build(),
        "the bucket cannot be used");
    S3Config good = run.bucket();
    S3Config wrong =
        new S3Config(good.endpoint(), good.region(), good.bucket(), good.accessKey(), "not-it");
    assertRefused(run.config(StoreOpener.s3(wrong)).build(), "the bucket cannot be used");
  }

  @Test
  void anUnreachableCatalogIsNamed() {
    assertRefused(
        run.config().catalogHint(URI.create("http://127.0.0.1:1")).build(),
        "no catalog answers at http://127.0.0.1:1");
  }

  @Test
  void aJobWithoutAKeyDoesNotStart() throws IOException {
    Files.delete(folder.resolve("key"));
    assertRefused(run.config().build(), "key");
    Files.writeString(folder.resolve("key"), "too short");
    assertRefused(run.config().build(), "key");
  }

  @Test
  void aKeyFileThatOthersMayReadIsRefused() throws IOException {
    Files.setPosixFilePermissions(
        folder.resolve("key"), PosixFilePermissions.fromString("rw-r--r--"));
    assertRefused(run.config().build(), "chmod 600");
  }

  @Test
  void aBrokenPolicyIsRefusedByFileAndKey() throws IOException {
    Files.writeString(folder.resolve("policy.yaml"), "profile: lenient\n");
    assertRefused(run.config().build(), "policy.yaml");
  }

  @Test
  void oddSizesAreRefused() {
    assertRefused(run.config().parallelism(0).build(), "parallelism");
    assertRefused(run.config().backfillRun("Not Good").build(), "backfill");
  }

  @Test
  void aTopicForSanitizedExchangesIsLookedAtFirst() {
    assertRefused(streaming(SanitizedTopic.of("no-such-stream")), "no topic no-such-stream");
    assertRefused(streaming(SanitizedTopic.of(run.raw())), "need a topic of their own");
    assertRefused(streaming(SanitizedTopic.of(run.quarantine())), "need a topic of their own");
    String topic = run.sanitized();
    assertThatCode(() -> JobRunner.check(streaming(SanitizedTopic.of(topic))))
        .doesNotThrowAnyException();
    assertRefused(
        streaming(new SanitizedTopic(topic, Duration.ofMinutes(16), 1_000_000)),
        "transaction.max.timeout.ms");
    assertRefused(
        streaming(new SanitizedTopic(topic, Duration.ofMillis(300), 1_000_000)),
        "would end before checkpoints do");
    assertRefused(
        streaming(new SanitizedTopic(topic, Duration.ofMinutes(1), 65 << 20)), "max.message.bytes");
    assertRefused(
        streaming(new SanitizedTopic(topic, Duration.ofMinutes(1), 1)), "--sanitized-max-bytes");
  }

  private JobConfig streaming(SanitizedTopic topic) {
    return run.config().sanitizedTopic(topic).build();
  }

  private static void assertRefused(JobConfig config, String part) {
    assertThatThrownBy(() -> JobRunner.check(config))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining(part)
        .hasMessageNotContaining("\n");
  }
}
