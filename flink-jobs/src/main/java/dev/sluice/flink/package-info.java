/** The stream: captures in Kafka to sealed snapshots in a bucket, as one Flink job. */
@NullMarked
package dev.sluice.flink;

import org.jspecify.annotations.NullMarked;
