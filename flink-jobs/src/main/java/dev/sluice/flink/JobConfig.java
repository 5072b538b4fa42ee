package dev.sluice.flink;

import dev.sluice.flink.access.KafkaAccess;
import dev.sluice.flink.policy.PolicySource;
import dev.sluice.flink.policy.PolicyTopic;
import dev.sluice.flink.source.ReadRange;
import dev.sluice.flink.stream.SanitizedTopic;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run of {@link SanitizeTrafficJob} is told. Immutable. Holds no key; the store's
 * credentials are inside {@link #store} and are not printed.
 */
public final class JobConfig implements Serializable {
  private static final long serialVersionUID = 1L;

  /** For {@link Builder#restarts}: with growing pauses of up to 30 s, without an end. */
  public static final int FOREVER = -1;

  private final String brokers;
  private final String kafkaConfig;
  private final String topic;
  private final String quarantineTopic;
  private final @Nullable SanitizedTopic sanitizedTopic;
  private final StoreOpener store;
  private final KeySource key;
  private final EngineSource engine;
  private final String checkpointDir;
  private final int parallelism;
  private final Duration checkpointInterval;
  private final boolean untilLatest;
  private final ReadRange range;
  private final boolean newRun;
  private final @Nullable PolicyTopic policyTopic;
  private final String backfillRun;
  private final Timing timing;
  private final Memory memory;
  private final int restarts;
  private final String catalogHint;
  private final String restoreFrom;
  private final Map<String, String> flinkOptions;

  private JobConfig(Builder b) {
    this.brokers = b.brokers;
    this.kafkaConfig = b.kafkaConfig;
    this.topic = b.topic;
    this.quarantineTopic = b.quarantineTopic;
    this.sanitizedTopic = b.sanitizedTopic;
    this.store = b.store;
    this.key = b.key;
    this.engine = new EngineSource(b.policyFile, b.packFiles, b.key);
    this.checkpointDir = b.checkpointDir;
    this.parallelism = b.parallelism;
    this.checkpointInterval = b.checkpointInterval;
    this.untilLatest = b.untilLatest;
    this.range = b.range;
    this.newRun = b.newRun;
    this.policyTopic = b.policyTopic;
    this.backfillRun = b.backfillRun;
    this.timing = b.timing;
    this.memory = b.memory;
    this.restarts = b.restarts;
    this.catalogHint = b.catalogHint;
    this.restoreFrom = b.restoreFrom;
    this.flinkOptions = Map.copyOf(b.flinkOptions);
  }

  /** Kafka's bootstrap servers. */
  public String brokers() {
    return brokers;
  }

  /**
   * Settings of Kafka clients. They may refer to a file of secrets, which whichever process makes
   * the client reads.
   */
  public Map<String, String> kafka() {
    return kafkaConfig.isEmpty()
        ? KafkaAccess.open(brokers)
        : KafkaAccess.of(brokers, Path.of(kafkaConfig));
  }

  /** Where captures come from; default {@code captures.raw}. */
  public String topic() {
    return topic;
  }

  /** Where pointers to quarantined records go; default {@code captures.quarantine}. */
  public String quarantineTopic() {
    return quarantineTopic;
  }

  /** Where sanitized exchanges go beside their snapshots, if anywhere. */
  public Optional<SanitizedTopic> sanitizedTopic() {
    return Optional.ofNullable(sanitizedTopic);
  }

  public StoreOpener store() {
    return store;
  }

  public KeySource key() {
    return key;
  }

  /** Policy, rule packs and key, to be opened where the engine runs. */
  public EngineSource engine() {
    return engine;
  }

  /** The control topic that the run follows, if it follows one. */
  public Optional<PolicyTopic> policyTopic() {
    return Optional.ofNullable(policyTopic);
  }

  /** Where policies come from; a backfill keeps to what it was started with. */
  public PolicySource policies() {
    return policyTopic == null || !backfillRun.isEmpty()
        ? PolicySource.fixed(engine)
        : PolicySource.following(engine, kafka(), policyTopic);
  }

  /** A folder's URI or path; checkpoints hold sanitized rows and offsets. */
  public String checkpointDir() {
    return checkpointDir;
  }

  /** Parallel chains; default 1. */
  public int parallelism() {
    return parallelism;
  }

  /** Time between checkpoints, and so between seals; default 10 s. */
  public Duration checkpointInterval() {
    return checkpointInterval;
  }

  /** Whether the run ends at the offsets that are the latest when it starts. */
  public boolean untilLatest() {
    return untilLatest;
  }

  /** Which records a bounded run reads; all by default. */
  public ReadRange range() {
    return range;
  }

  /** Whether a run of this name must not have been before. */
  public boolean isNewRun() {
    return newRun;
  }

  /** Name of a backfill ({@code [a-z0-9]{1,20}}); empty for the live run. */
  public Optional<String> backfillRun() {
    return backfillRun.isEmpty() ? Optional.empty() : Optional.of(backfillRun);
  }

  /** The ledger's name for this run: {@code live} or {@code b-<run>}. */
  public String ledgerRun() {
    return backfillRun.isEmpty() ? "live" : "b-" + backfillRun;
  }

  public Timing timing() {
    return timing;
  }

  public Memory memory() {
    return memory;
  }

  /** How often Flink restarts a failed job before giving up; default 10, a second apart. */
  public int restarts() {
    return restarts;
  }

  /** A catalog to tell about new snapshots before it looks itself; a hint, never waited for. */
  public Optional<URI> catalogHint() {
    return catalogHint.isEmpty() ? Optional.empty() : Optional.of(URI.create(catalogHint));
  }

  /** A checkpoint or savepoint to go on from. */
  public Optional<String> restoreFrom() {
    return restoreFrom.isEmpty() ? Optional.empty() : Optional.of(restoreFrom);
  }

  /** Further Flink options; what the job forces wins over them. */
  public Map<String, String> flinkOptions() {
    return flinkOptions;
  }

  /**
   * What time means in this run.
   *
   * @param outOfOrderness how far records of one partition may lie behind its newest; default 5 s
   * @param idleness silence after which a partition no longer holds progress back; default 10 s
   * @param idleSealAfter silence of all partitions, read to their end, after which progress goes on
   *     by the wall clock; default 30 s
   */
  public record Timing(Duration outOfOrderness, Duration idleness, Duration idleSealAfter)
      implements Serializable {
    public static final Timing DEFAULTS =
        new Timing(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30));
  }

  /**
   * How much a writer holds, in bytes of encoded rows.
   *
   * @param budget all windows of one writer together; default 64 MiB
   * @param partAtCheckpoint size from which a window's rows become a part at a checkpoint; default
   *     16 MiB
   * @param partAtOnce size from which they do at any time; default 16 MiB
   */
  public record Memory(long budget, long partAtCheckpoint, long partAtOnce)
      implements Serializable {
    public static final Memory DEFAULTS = new Memory(64L << 20, 16L << 20, 16L << 20);
  }

  /**
   * A config needs brokers, a store, a key and a checkpoint folder; the rest has defaults.
   *
   * @param checkpointDir a path or URI
   */
  public static Builder builder(
      String brokers, StoreOpener store, KeySource key, String checkpointDir) {
    return new Builder(brokers, store, key, checkpointDir);
  }

  /** Collects the optional parts. Not thread-safe. */
  public static final class Builder {
    private final String brokers;
    private final StoreOpener store;
    private final KeySource key;
    private final String checkpointDir;
    private String kafkaConfig = "";
    private String topic = "captures.raw";
    private String quarantineTopic = "captures.quarantine";
    private @Nullable SanitizedTopic sanitizedTopic;
    private String policyFile = "";
    private List<String> packFiles = List.of();
    private int parallelism = 1;
    private Duration checkpointInterval = Duration.ofSeconds(10);
    private boolean untilLatest;
    private ReadRange range = ReadRange.ALL;
    private boolean newRun;
    private @Nullable PolicyTopic policyTopic;
    private String backfillRun = "";
    private Timing timing = Timing.DEFAULTS;
    private Memory memory = Memory.DEFAULTS;
    private int restarts = 10;
    private String catalogHint = "";
    private String restoreFrom = "";
    private Map<String, String> flinkOptions = Map.of();

    private Builder(String brokers, StoreOpener store, KeySource key, String checkpointDir) {
      this.brokers = brokers;
      this.store = store;
      this.key = key;
      this.checkpointDir = checkpointDir;
    }

    /** A properties file with security.*, ssl.* and sasl.* settings, at this path everywhere. */
    public Builder kafkaConfig(String file) {
      this.kafkaConfig = file;
      return this;
    }

    public Builder topic(String name) {
      this.topic = name;
      return this;
    }

    public Builder quarantineTopic(String name) {
      this.quarantineTopic = name;
      return this;
    }

    /** Writes sanitized exchanges to a topic too. */
    public Builder sanitizedTopic(SanitizedTopic topic) {
      this.sanitizedTopic = topic;
      return this;
    }

    /** A policy file; without one the default policy applies. */
    public Builder policy(String file) {
      this.policyFile = file;
      return this;
    }

    /** Follows the policies published on a topic; the policy file governs until the first. */
    public Builder policyTopic(PolicyTopic topic) {
      this.policyTopic = topic;
      return this;
    }

    /** Rule packs beside the built-in ones. */
    public Builder packs(List<String> files) {
      this.packFiles = List.copyOf(files);
      return this;
    }

    public Builder parallelism(int chains) {
      this.parallelism = chains;
      return this;
    }

    public Builder checkpointInterval(Duration interval) {
      this.checkpointInterval = interval;
      return this;
    }

    public Builder untilLatest(boolean bounded) {
      this.untilLatest = bounded;
      return this;
    }

    /** Reads only these records, and ends. */
    public Builder range(ReadRange records) {
      this.range = records;
      this.untilLatest = true;
      return this;
    }

    /** Refuses a run that the ledger knows already. */
    public Builder newRun(boolean required) {
      this.newRun = required;
      return this;
    }

    public Builder backfillRun(String name) {
      this.backfillRun = name;
      return this;
    }

    public Builder timing(Timing values) {
      this.timing = values;
      return this;
    }

    public Builder memory(Memory values) {
      this.memory = values;
      return this;
    }

    public Builder restarts(int attempts) {
      this.restarts = attempts;
      return this;
    }

    public Builder catalogHint(URI catalog) {
      this.catalogHint = catalog.toString();
      return this;
    }

    /** Goes on from a checkpoint or savepoint, instead of from the topic's beginning. */
    public Builder restoreFrom(String path) {
      this.restoreFrom = path;
      return this;
    }

    public Builder flinkOptions(Map<String, String> options) {
      this.flinkOptions = Map.copyOf(options);
      return this;
    }

    public JobConfig build() {
      return new JobConfig(this);
    }
  }
}
