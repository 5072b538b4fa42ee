package dev.sluice.cli.traffic;

import dev.sluice.capture.Decoded;
import dev.sluice.cli.io.Engines;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.snapshots.Folders;
import dev.sluice.cli.snapshots.SanitizedFiles;
import dev.sluice.dlp.Engine;
import dev.sluice.model.Capture;
import dev.sluice.model.Exchange;
import dev.sluice.snapshot.local.LocalOptions;
import dev.sluice.snapshot.local.LocalSnapshot;
import dev.sluice.snapshot.local.LocalSnapshots;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Sanitizes what a proxy records and seals it when the recording ends. Only sanitized exchanges
 * reach the folder; what waits to be sanitized is bounded and in memory only.
 */
final class LocalRecording implements AutoCloseable {
  private static final int MOST_BYTES = 64 << 20;

  private final Terminal terminal;
  private final WaitingExchanges waiting = new WaitingExchanges(MOST_BYTES);
  private final SanitizedFiles sanitized;
  private final CompletableFuture<List<LocalSnapshot>> writing;

  private LocalRecording(Terminal terminal, Engine engine, Path dir) {
    this.terminal = terminal;
    this.sanitized = new SanitizedFiles(waiting, engine);
    LocalOptions options =
        new LocalOptions(
            Optional.empty(),
            Optional.empty(),
            (env, service) -> engine.terms(env, service).withoutLimits(),
            Optional.empty(),
            sanitized.quarantined());
    this.writing =
        CompletableFuture.supplyAsync(
            () -> LocalSnapshots.create(dir, sanitized, options, n -> {}),
            work -> new Thread(work, "snapshot").start());
  }

  static LocalRecording start(RecordCommand command) throws IOException {
    Path dir = Objects.requireNonNull(command.destination.snapshot);
    Folders.requireEmpty(dir);
    Engine engine = Engines.open(command.engine, command.key, command.terminal);
    return new LocalRecording(command.terminal, engine, dir);
  }

  /** Takes one exchange, or drops and counts it when too much waits. Never blocks. */
  void offer(Exchange raw) {
    waiting.offer(new Decoded.Ok(new Capture(raw)), raw.contentBytes());
  }

  long dropped() {
    return waiting.dropped();
  }

  /** Waits until everything taken is sealed. */
  @Override
  public void close() {
    waiting.end();
    try {
      for (LocalSnapshot s : writing.join()) {
        terminal.note(
            s.manifest().snapshotId()
                + ": "
                + s.manifest().exchanges()
                + " exchanges in "
                + s.folder());
      }
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
    sanitized.quarantined().forEach((why, n) -> terminal.note(n + " quarantined: " + why));
  }
}
