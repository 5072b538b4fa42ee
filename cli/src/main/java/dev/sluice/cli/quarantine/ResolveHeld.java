package dev.sluice.cli.quarantine;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.FreeText;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.timeline.Published;
import dev.sluice.cli.timeline.TimelineOptions;
import dev.sluice.flink.policy.Entry;
import dev.sluice.flink.policy.PolicyBundle;
import dev.sluice.flink.policy.Publication;
import dev.sluice.flink.policy.Publisher;
import dev.sluice.flink.policy.PublisherKey;
import dev.sluice.flink.quarantine.Audit;
import dev.sluice.flink.quarantine.Proposal;
import dev.sluice.job.StoreOptions;
import dev.sluice.model.RecordPointer;
import dev.sluice.model.SluiceException;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Store;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice quarantine resolve}. */
@Command(
    name = "resolve",
    description = {
      "Propose how held records are resolved: by a rule, by an allowlist, or by leaving them out.",
      "Changes nothing: another person approves the proposal (sluice quarantine approve)."
    },
    footer = {
      "",
      "A new rule or allowlist lets no record pass by itself: retry drives it through the gate.",
      "",
      "Examples:",
      "  sluice quarantine resolve --by rule --rules badge.yaml --reason 'badges, ticket 12'"
          + " --brokers kafka:9092 --s3-endpoint http://s3:9000 --publisher-key anna.key -o p.json",
      "  sluice quarantine resolve captures.raw/0/4711 --by drop --reason 'broken probe, ticket 13'"
          + " --brokers kafka:9092 --s3-endpoint http://s3:9000 --publisher-key anna.key -o p.json"
    })
final class ResolveHeld implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private TimelineOptions timeline;
  @Mixin private StoreOptions store;
  @Mixin private WayOptions way;

  @Parameters(
      paramLabel = "RECORD",
      arity = "0..*",
      converter = PointerText.class,
      description = "What it is about: topic/partition/offset, as list shows them.")
  private List<RecordPointer> records = new ArrayList<>();

  @Option(
      names = "--run",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Records that a backfill met; default: the live run's.")
  private String run;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; kept in the audit and on the policy's timeline.")
  private String reason;

  @Option(names = "--as", paramLabel = "NAME", description = "Who you are; default: the user.")
  private String name = System.getProperty("user.name", "");

  @Option(
      names = "--publisher-key",
      required = true,
      paramLabel = "FILE",
      description = "Your key, made by sluice policy keygen.")
  private Path key;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "A new file for the signed proposal.")
  private Path output;

  ResolveHeld(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String why = FreeText.clean("--reason", reason, Proposals.LONGEST_REASON);
    PublisherKey own = PublisherKey.read(key);
    Proposal proposal = proposal(why, own);
    try (ObjectStore bucket = S3Store.open(store.config(terminal.environment()))) {
      Audit.write(bucket, "resolve", name, why, Proposals.names(records));
    }
    write(proposal.signed(own).toBytes());
    terminal.note("proposed in " + output + "; another person approves it with another key");
    return ExitCode.OK;
  }

  private Proposal proposal(String why, PublisherKey own) {
    Optional<PolicyBundle> change = Optional.empty();
    String head = "";
    if (way.changesPolicy()) {
      try (Publisher publisher = timeline.open(List.of(own.publicText()))) {
        List<Entry> entries = publisher.entries();
        change = Optional.of(way.change(Published.newest(entries, Publication.Kind.GOVERN)));
        head = Published.head(entries);
      }
      Published.prove(change.get());
    } else if (records.isEmpty()) {
      throw new SluiceException("name the records to drop, or a --policy whose drop rules do");
    }
    return new Proposal(
        way.way(),
        timeline.topicName(),
        head,
        change,
        run,
        records,
        name,
        why,
        Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  private void write(byte[] signed) {
    try {
      Files.write(output, signed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new SluiceException(output + " is there already; name a new file");
    } catch (IOException e) {
      throw new SluiceException("cannot write " + output + "; check the folder");
    }
  }
}
