/** Snapshots made in process, without Kafka or Flink. */
@NullMarked
package dev.sluice.snapshot.local;

import org.jspecify.annotations.NullMarked;
