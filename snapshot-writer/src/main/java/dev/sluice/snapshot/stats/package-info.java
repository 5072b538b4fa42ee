/** Mergeable statistics of a part. */
@NullMarked
package dev.sluice.snapshot.stats;

import org.jspecify.annotations.NullMarked;
