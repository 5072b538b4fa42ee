package dev.sluice.cli.demo;

import dev.sluice.cli.stack.CtrlC;
import dev.sluice.flink.RunningJob;
import dev.sluice.model.SluiceException;
import dev.sluice.model.catalog.SnapshotSummary;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Follows a run and tells of each sealed snapshot. */
final class Watch {
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Account account;
  private final RunningJob job;
  private final DemoText text;
  private final Set<String> told = new HashSet<>();

  Watch(Account account, RunningJob job, DemoText text) {
    this.account = account;
    this.job = job;
    this.text = text;
  }

  /**
   * Returns when every capture is accounted for and every window is sealed and registered, when the
   * user ends it, or when nothing has moved for long.
   */
  Account.State untilSettled(Traffic traffic, CtrlC ctrlC) {
    Account.State last = look();
    long moved = System.nanoTime();
    while (!ctrlC.await(PAUSE)) {
      boolean done = traffic.isDone();
      Account.State now = look();
      if (done && now.isSettled() && now.captured() == last.captured()) {
        return now;
      }
      if (now.hasMovedSince(last)) {
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > PATIENCE.toNanos()) {
        return now;
      }
      last = now;
      failIfJobDid();
    }
    return last;
  }

  /** Tells of new snapshots until the user ends it. */
  void until(CtrlC ctrlC) {
    while (!ctrlC.await(PAUSE.multipliedBy(2))) {
      tell();
      failIfJobDid();
    }
  }

  private Account.State look() {
    Account.State state = account.look();
    tell();
    return state;
  }

  private void tell() {
    for (SnapshotSummary s : account.snapshots()) {
      if (told.add(s.id())) {
        text.sealed(s);
      }
    }
  }

  private void failIfJobDid() {
    job.failure()
        .ifPresent(
            classes -> {
              throw new SluiceException("the job failed (" + classes + "); see the log");
            });
  }
}
