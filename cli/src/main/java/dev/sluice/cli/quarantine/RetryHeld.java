package dev.sluice.cli.quarantine;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Keys;
import dev.sluice.cli.io.Terminal;
import dev.sluice.flink.EngineSource;
import dev.sluice.flink.KeySource;
import dev.sluice.flink.policy.Governing;
import dev.sluice.flink.policy.Governor;
import dev.sluice.flink.policy.PolicySource;
import dev.sluice.flink.policy.PolicyTopic;
import dev.sluice.flink.quarantine.Audit;
import dev.sluice.flink.quarantine.LateRows;
import dev.sluice.flink.quarantine.Pointer;
import dev.sluice.flink.quarantine.Pointers;
import dev.sluice.flink.quarantine.Retry;
import dev.sluice.flink.quarantine.RetryReport;
import dev.sluice.flink.quarantine.RetryScope;
import dev.sluice.job.EngineOptions;
import dev.sluice.job.FollowOptions;
import dev.sluice.job.KeyOptions;
import dev.sluice.job.StoreOptions;
import dev.sluice.model.RecordPointer;
import dev.sluice.model.SluiceException;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice quarantine retry}. */
@Command(
    name = "retry",
    description = {
      "Drive held records through decoder, engine and gate again, under the rules of today.",
      "What passes becomes a new revision of its snapshot; the rest stays held."
    },
    footer = {
      "",
      "Examples:",
      "  sluice quarantine retry --reason residual-finding --brokers kafka:9092"
          + " --s3-endpoint http://s3:9000 --key-file key --policy-topic captures.policies"
          + " --trust publisher.pub --purpose ticket-12"
    })
final class RetryHeld implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private TopicOptions topics;
  @Mixin private Selection selection;
  @Mixin private EngineOptions engine;
  @Mixin private KeyOptions key;
  @Mixin private FollowOptions follow;
  @Mixin private StoreOptions store;
  @Mixin private AuditOptions audit;
  @Mixin private JsonOption json;

  @Parameters(
      paramLabel = "RECORD",
      arity = "0..*",
      converter = PointerText.class,
      description = "Only these: topic/partition/offset, as list shows them.")
  private List<RecordPointer> records = new ArrayList<>();

  @Option(
      names = "--late",
      description = "Rows that came after their window had closed, instead of held records.")
  private boolean late;

  RetryHeld(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    Keys.require(key, terminal);
    EngineSource source = source();
    Optional<PolicyTopic> topic = follow.topic();
    try (ObjectStore bucket = S3Store.open(store.config(terminal.environment()));
        Governor governor = Governor.open(policies(source, topic))) {
      governor.awaitStart(List.of());
      RetryScope scope = RetryScope.newest(bucket, selection.run());
      if (late) {
        adopt(bucket, scope, governor.now());
      } else {
        retry(bucket, scope, governor.now(), maxSkew(source, topic));
      }
    }
    return ExitCode.OK;
  }

  private void retry(ObjectStore bucket, RetryScope scope, Governing rules, Duration maxSkew) {
    Pointers all = selection.read(topics.kafka(), topics.topic());
    List<Pointer> asked =
        selection.of(all).stream()
            .filter(p -> records.isEmpty() || records.contains(p.at()))
            .toList();
    note(bucket, "retry", asked.stream().map(p -> p.at().toString()).toList());
    report(new Retry(bucket, topics.kafka(), scope, rules, maxSkew).run(all, asked));
  }

  private void adopt(ObjectStore bucket, RetryScope scope, Governing rules) {
    if (!records.isEmpty() || selection.isNarrowed()) {
      throw new SluiceException("--late takes all late rows of the run: name no records");
    }
    note(bucket, "retry-late", List.of());
    LateRows.Report report = new LateRows(bucket, scope).adopt(rules.engine().provenance());
    if (json.isSet()) {
      Json.print(terminal, report);
    } else {
      report.snapshots().forEach(terminal::print);
    }
    terminal.note(report.rows() + " late rows are in snapshots now");
    say(report.before(), "were before");
  }

  private void note(ObjectStore bucket, String action, List<String> names) {
    Audit.write(bucket, action, audit.name(), audit.purpose(), names);
  }

  private EngineSource source() {
    return new EngineSource(
        engine.policyFile().map(Path::toString).orElse(""),
        engine.ofStream().packFiles().stream().map(Path::toString).toList(),
        key.file()
            .map(f -> KeySource.file(f.toAbsolutePath().toString()))
            .orElseGet(KeySource::environment));
  }

  private PolicySource policies(EngineSource source, Optional<PolicyTopic> topic) {
    return topic
        .map(t -> PolicySource.following(source, topics.kafka(), t))
        .orElseGet(() -> PolicySource.fixed(source));
  }

  private static Duration maxSkew(EngineSource source, Optional<PolicyTopic> topic) {
    Duration own = source.policy().maxSkew();
    return topic.map(PolicyTopic::maxSkew).filter(t -> t.compareTo(own) < 0).orElse(own);
  }

  private void report(RetryReport report) {
    if (json.isSet()) {
      Json.print(terminal, report);
    } else {
      report.snapshots().forEach(terminal::print);
    }
    terminal.note(
        "of "
            + report.asked()
            + " records "
            + report.released()
            + " left the quarantine ("
            + report.rows()
            + " as rows)");
    report.held().forEach((reason, n) -> terminal.note(n + " stay held: " + reason));
    say(report.before(), "had left it before");
    say(report.gone(), "are no longer in Kafka");
    say(report.uncommitted(), "are not in the ledger yet; try again after the next checkpoint");
    say(report.unsure(), "are left alone: the ledger counts fewer held records than pointers");
  }

  private void say(long count, String what) {
    if (count > 0) {
      terminal.note(count + " " + what);
    }
  }
}
