/** How a process reaches Kafka and the bucket, without secrets travelling with the job. */
@NullMarked
package dev.sluice.flink.access;

import org.jspecify.annotations.NullMarked;
