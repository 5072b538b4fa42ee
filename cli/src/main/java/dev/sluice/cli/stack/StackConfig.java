package dev.sluice.cli.stack;

import java.time.Duration;

/**
 * How an embedded stack starts. A port of 0 is any free one.
 *
 * @param autoApprove whether the catalog approves what nothing blocks
 */
public record StackConfig(
    WorkDir dir,
    String catalogHost,
    int kafkaPort,
    int s3Port,
    int catalogPort,
    Duration outboxInterval,
    boolean autoApprove) {
  /** Everything on free ports of the loopback interface, a quick look at the outbox. */
  public static StackConfig of(WorkDir dir) {
    return new StackConfig(dir, "127.0.0.1", 0, 0, 0, Duration.ofMillis(500), false);
  }

  public StackConfig withAutoApprove(boolean approve) {
    return new StackConfig(
        dir, catalogHost, kafkaPort, s3Port, catalogPort, outboxInterval, approve);
  }

  public StackConfig withCatalog(String host, int port) {
    return new StackConfig(dir, host, kafkaPort, s3Port, port, outboxInterval, autoApprove);
  }

  public StackConfig withPorts(int kafka, int s3) {
    return new StackConfig(dir, catalogHost, kafka, s3, catalogPort, outboxInterval, autoApprove);
  }
}
