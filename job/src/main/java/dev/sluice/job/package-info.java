/**
 * The job as one jar for a Flink cluster, and the options it shares with {@code sluice job run}.
 */
@NullMarked
package dev.sluice.job;

import org.jspecify.annotations.NullMarked;
