package dev.sluice.cli.quarantine;

import dev.sluice.cli.io.Terminal;
import dev.sluice.flink.policy.PolicyBundle;
import dev.sluice.flink.policy.SignedText;
import dev.sluice.flink.policy.SourceText;
import dev.sluice.flink.quarantine.Proposal;
import dev.sluice.model.RecordPointer;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Proposals as files and as text. */
final class Proposals {
  static final int LONGEST_REASON = 200;

  private Proposals() {}

  static SignedText read(Path file) {
    try {
      return SignedText.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new SluiceException("cannot read the proposal " + file + "; check the path");
    }
  }

  static List<String> names(List<RecordPointer> records) {
    return records.stream().map(RecordPointer::toString).toList();
  }

  /** Shows who wants what, and which lines of policy and packs it adds and takes away. */
  static void print(Terminal terminal, Proposal proposal, String key, PolicyBundle published) {
    terminal.print("by      " + proposal.way().name().toLowerCase(Locale.ROOT));
    terminal.print("from    " + proposal.by() + " (" + key + "), " + proposal.made());
    terminal.print("reason  " + proposal.reason());
    names(proposal.records()).forEach(record -> terminal.print("record  " + record));
    proposal
        .change()
        .ifPresent(
            change -> {
              List<String> before = lines(published);
              List<String> after = lines(change);
              without(before, after).forEach(line -> terminal.print("- " + line));
              without(after, before).forEach(line -> terminal.print("+ " + line));
            });
  }

  private static List<String> without(List<String> lines, List<String> others) {
    return lines.stream().filter(line -> !others.contains(line)).toList();
  }

  private static List<String> lines(PolicyBundle bundle) {
    List<SourceText> sources = new ArrayList<>();
    bundle.policy().ifPresent(sources::add);
    bundle.files().forEach((name, text) -> sources.add(new SourceText(name, text)));
    bundle.packs().ifPresent(sources::addAll);
    return sources.stream()
        .flatMap(source -> source.text().lines().map(line -> source.name() + ": " + line))
        .toList();
  }
}
