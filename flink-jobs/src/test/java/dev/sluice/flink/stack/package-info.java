/** Real brokers and object stores for this module's tests. */
@NullMarked
package dev.sluice.flink.stack;

import org.jspecify.annotations.NullMarked;
