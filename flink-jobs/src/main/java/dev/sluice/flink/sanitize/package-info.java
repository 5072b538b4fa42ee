/** Sanitizing inside the source's chain, and the pointers of what did not pass. */
@NullMarked
package dev.sluice.flink.sanitize;

import org.jspecify.annotations.NullMarked;
