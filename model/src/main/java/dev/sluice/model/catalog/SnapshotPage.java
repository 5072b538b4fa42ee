package dev.sluice.model.catalog;

import java.util.List;
import java.util.Optional;

/** One page of a lookup; {@code nextCursor} is empty on the last. */
public record SnapshotPage(List<SnapshotSummary> items, Optional<String> nextCursor) {}
