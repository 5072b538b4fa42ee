/** {@code sluice job}: the stream against Kafka and a bucket of your own. */
@NullMarked
package dev.sluice.cli.job;

import org.jspecify.annotations.NullMarked;
