package dev.sluice.flink.sink;

import java.util.List;

/** The one message of a writer at a checkpoint: its progress and the parts it finished. */
public record WriterReport(Progress progress, List<StagedPart> parts) {
  public WriterReport {
    parts = List.copyOf(parts);
  }
}
