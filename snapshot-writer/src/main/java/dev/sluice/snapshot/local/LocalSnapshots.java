package dev.sluice.snapshot.local;

import dev.sluice.model.SanitizedExchange;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;

/** Makes snapshots in process, into a folder laid out like a bucket. */
public final class LocalSnapshots {
  private LocalSnapshots() {}

  /**
   * Writes all exchanges as sealed snapshots, one per service, environment and window.
   *
   * @param progress told how many exchanges were taken so far, now and then
   */
  public static List<LocalSnapshot> create(
      Path dir,
      Iterator<SanitizedExchange> exchanges,
      LocalOptions options,
      LongConsumer progress) {
    throw new UnsupportedOperationException();
  }
}
