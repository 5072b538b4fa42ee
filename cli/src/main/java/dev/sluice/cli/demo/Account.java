package dev.sluice.cli.demo;

import dev.sluice.catalog.client.CatalogClient;
import dev.sluice.catalog.client.LookupQuery;
import dev.sluice.cli.stack.Stack;
import dev.sluice.cli.stack.Topics;
import dev.sluice.flink.RunningJob;
import dev.sluice.flink.ledger.LedgerReader;
import dev.sluice.flink.ledger.LedgerSummary;
import dev.sluice.model.catalog.SnapshotSummary;
import java.util.List;

/** Asks broker, ledger and catalog how a run stands. */
final class Account {
  private final Stack stack;
  private final RunningJob job;
  private final CatalogClient catalog;

  Account(Stack stack, RunningJob job) {
    this.stack = stack;
    this.job = job;
    this.catalog = CatalogClient.of(stack.catalogUrl());
  }

  /** One look. */
  record State(long captured, LedgerSummary ledger, List<SnapshotSummary> snapshots) {
    long registered() {
      return snapshots.stream().mapToLong(SnapshotSummary::exchanges).sum();
    }

    boolean hasMovedSince(State earlier) {
      return captured != earlier.captured
          || registered() != earlier.registered()
          || ledger.total().captured() != earlier.ledger.total().captured();
    }

    /** All records have an outcome, and all rows are in a snapshot that the catalog knows. */
    boolean isSettled() {
      return ledger.allAccounted()
          && ledger.total().captured() == captured
          && ledger.total().inSnapshots() == registered();
    }
  }

  State look() {
    return new State(
        stack.topics().records(Topics.RAW),
        LedgerReader.read(stack.store(), job.ledgerRun(), job.incarnation()),
        snapshots());
  }

  /** Newest revisions the catalog knows. */
  List<SnapshotSummary> snapshots() {
    return catalog.lookup(LookupQuery.all()).filter(SnapshotSummary::current).toList();
  }
}
