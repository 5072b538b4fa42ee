package dev.sluice.cli.bench;

import java.util.SortedMap;

/**
 * The result of {@code sluice bench pipeline}: Kafka to sealed snapshot, Kafka and S3 in the same
 * process.
 *
 * @param megabytes of made-up traffic, millions of bytes of the exchanges as plain JSON documents
 * @param on with the engine and the gate
 * @param off the same job with an engine that lets everything pass
 * @param ratio of their speeds
 */
record PipelineReport(
    Machine machine,
    double megabytes,
    int exchanges,
    int chains,
    Speed on,
    Speed off,
    double ratio,
    Checkpoints checkpoints,
    ManyServices manyServices) {

  /**
   * One run of the job, from the first record to the last commit.
   *
   * @param shares of the chains' time by stage, 0 to 1, from samples of their stacks
   */
  record Speed(
      double MBps, double exchangesPerSecond, double seconds, SortedMap<String, Double> shares) {}

  /**
   * What checkpoints cost, sanitizing on.
   *
   * @param intervalSeconds between checkpoints
   * @param prepareCommitShare of the chains' time
   * @param commitShare of the committer's time
   * @param mostBytes of one checkpoint
   */
  record Checkpoints(
      double intervalSeconds, double prepareCommitShare, double commitShare, long mostBytes) {}

  /**
   * A job in a process of its own while many services have windows open at once, sanitizing on.
   *
   * @param heapMegabytes that the process may use for its heap
   * @param peakMegabytes most memory that the process had resident; 0 where the system does not
   *     tell
   * @param checkpointMegabytes of the largest checkpoint
   */
  record ManyServices(
      int services,
      int openWindows,
      int exchanges,
      int heapMegabytes,
      double peakMegabytes,
      double checkpointMegabytes,
      double seconds) {}
}
