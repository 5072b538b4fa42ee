/** Writing parts, sealing windows and committing both. */
@NullMarked
package dev.sluice.flink.sink;

import org.jspecify.annotations.NullMarked;
