package dev.sluice.cli.demo;

/** Where a demo's captures come from. */
interface Traffic extends AutoCloseable {
  /** Whether all of it stands in Kafka before the job starts. */
  boolean isBounded();

  /** Whether everything sent so far is in Kafka or counted as dropped, and nothing more comes. */
  boolean isDone();

  /** Exchanges that passed but never reached Kafka. */
  long dropped();

  /** Goes on until closed, where there is more to come. */
  void resume();

  @Override
  void close();
}
