/** Working off what was held back: pointers, masked views, retries. */
@NullMarked
package dev.sluice.flink.quarantine;

import org.jspecify.annotations.NullMarked;
