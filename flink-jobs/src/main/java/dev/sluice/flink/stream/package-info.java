/** The gate as a stream: sanitized exchanges, each once, in a Kafka topic of their own. */
@NullMarked
package dev.sluice.flink.stream;

import org.jspecify.annotations.NullMarked;
