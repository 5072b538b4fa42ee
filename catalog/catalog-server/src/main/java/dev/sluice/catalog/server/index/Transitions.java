package dev.sluice.catalog.server.index;

import dev.sluice.model.SnapshotStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which status may follow which by a decision of a person. */
public final class Transitions {
  private static final Map<SnapshotStatus, List<SnapshotStatus>> NEXT =
      new EnumMap<>(
          Map.of(
              SnapshotStatus.BLOCKED, List.of(SnapshotStatus.REJECTED),
              SnapshotStatus.PENDING, List.of(SnapshotStatus.APPROVED, SnapshotStatus.REJECTED),
              SnapshotStatus.APPROVED, List.of(SnapshotStatus.DEPRECATED, SnapshotStatus.REJECTED),
              SnapshotStatus.REJECTED, List.of(SnapshotStatus.PENDING),
              SnapshotStatus.DEPRECATED, List.of(SnapshotStatus.APPROVED, SnapshotStatus.REJECTED),
              SnapshotStatus.ERASED, List.of(),
              SnapshotStatus.LOCAL, List.of()));

  private Transitions() {}

  /**
   * What may come next for a snapshot; one that the policy blocks never gets approved, not even by
   * way of a rejection.
   *
   * @param blocked whether its manifest names a block condition
   */
  public static List<SnapshotStatus> from(SnapshotStatus status, boolean blocked) {
    return blocked
        ? from(status).stream().filter(s -> s == SnapshotStatus.REJECTED).toList()
        : from(status);
  }

  /** What may come next; empty where nothing may. */
  public static List<SnapshotStatus> from(SnapshotStatus status) {
    return NEXT.getOrDefault(status, List.of());
  }
}
