/** The embedded stack: Kafka, S3, catalog and the Flink job in one process. */
@NullMarked
package dev.sluice.cli.stack;

import org.jspecify.annotations.NullMarked;
