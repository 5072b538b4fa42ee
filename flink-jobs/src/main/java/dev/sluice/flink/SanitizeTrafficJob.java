package dev.sluice.flink;

import org.apache.flink.streaming.api.graph.StreamGraph;

/** Builds the stream's graph. */
public final class SanitizeTrafficJob {
  /** Name shown by Flink. */
  public static final String NAME = "sluice";

  private SanitizeTrafficJob() {}

  /**
   * The graph of a run, checked to carry no raw edge.
   *
   * @throws dev.sluice.model.SluiceException if anything in the config would let raw data leave the
   *     chain
   */
  public static StreamGraph describe(JobConfig config) {
    throw new UnsupportedOperationException();
  }
}
