/** A Flink cluster with all it needs as processes of this machine, on the loopback interface. */
@NullMarked
package dev.sluice.cli.cluster;

import org.jspecify.annotations.NullMarked;
