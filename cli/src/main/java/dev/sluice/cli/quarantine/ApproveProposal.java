package dev.sluice.cli.quarantine;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.FreeText;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.timeline.PublishOptions;
import dev.sluice.cli.timeline.Published;
import dev.sluice.flink.policy.Entry;
import dev.sluice.flink.policy.PolicyBundle;
import dev.sluice.flink.policy.Publication;
import dev.sluice.flink.policy.SignedText;
import dev.sluice.flink.policy.TrustedKeys;
import dev.sluice.flink.quarantine.Approvals;
import dev.sluice.flink.quarantine.Audit;
import dev.sluice.flink.quarantine.Dropping;
import dev.sluice.flink.quarantine.Pointers;
import dev.sluice.flink.quarantine.Proposal;
import dev.sluice.flink.quarantine.RetryScope;
import dev.sluice.job.StoreOptions;
import dev.sluice.model.SluiceException;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Store;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice quarantine approve}. */
@Command(
    name = "approve",
    description = {
      "Put another person's proposal into effect: publish its policy, or drop its records.",
      "Refused for the key that made the proposal, and after another publication."
    },
    footer = {
      "",
      "Examples:",
      "  sluice quarantine approve p.json --show --trust anna.pub --brokers kafka:9092"
          + " --s3-endpoint http://s3:9000 --publisher-key ben.key",
      "  sluice quarantine approve p.json --trust anna.pub --brokers kafka:9092"
          + " --s3-endpoint http://s3:9000 --publisher-key ben.key"
    })
final class ApproveProposal implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private PublishOptions publish;
  @Mixin private PointerTopic topic;
  @Mixin private StoreOptions store;

  @Parameters(paramLabel = "FILE", description = "What sluice quarantine resolve wrote.")
  private Path file;

  @Option(names = "--show", description = "Only show what is proposed, and change nothing.")
  private boolean show;

  ApproveProposal(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    SignedText signed = Proposals.read(file);
    Proposal proposal = Proposal.open(signed, TrustedKeys.of(publish.timeline().trusted()));
    SignedText approval = Proposal.approve(signed, publish.key());
    FreeText.clean("the proposal's reason", proposal.reason(), Proposals.LONGEST_REASON);
    if (show) {
      Proposals.print(terminal, proposal, signed.key(), published(proposal));
      return ExitCode.OK;
    }
    try (ObjectStore bucket = S3Store.open(store.config(terminal.environment()))) {
      Audit.write(
          bucket,
          "approve",
          publish.name(),
          proposal.reason(),
          Proposals.names(proposal.records()));
      if (proposal.change().isPresent()) {
        publish(proposal, signed.key());
      } else {
        drop(bucket, proposal);
      }
      Approvals.keep(bucket, approval);
    }
    return ExitCode.OK;
  }

  private PolicyBundle published(Proposal proposal) {
    return proposal.change().isEmpty()
        ? PolicyBundle.AS_STARTED
        : Published.newest(publish.timeline().entries(), Publication.Kind.GOVERN);
  }

  private void publish(Proposal proposal, String proposer) {
    if (!proposal.topic().equals(publish.timeline().topicName())) {
      throw new SluiceException("the proposal is for the topic " + proposal.topic());
    }
    publish.publish(
        terminal,
        Publication.Kind.GOVERN,
        1,
        "proposed by " + proposal.by() + " (" + proposer + "): " + proposal.reason(),
        entries -> change(proposal, entries));
    terminal.note("what it lets pass goes through the gate with sluice quarantine retry");
  }

  private static PolicyBundle change(Proposal proposal, List<Entry> entries) {
    if (!Published.head(entries).equals(proposal.head())) {
      throw new SluiceException(
          "something else was published since the proposal was made; make it anew");
    }
    return proposal.change().orElseThrow();
  }

  private void drop(ObjectStore bucket, Proposal proposal) {
    Pointers all = Pointers.read(publish.timeline().kafka(), topic.name(), proposal.run());
    RetryScope scope = RetryScope.newest(bucket, proposal.run());
    int dropped = Dropping.drop(bucket, scope, all, proposal.records());
    terminal.note(dropped + " records are dropped: counted as such, and in no snapshot");
  }
}
