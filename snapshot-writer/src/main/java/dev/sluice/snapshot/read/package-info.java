/** Reading sealed snapshots: checking, merging by time, filters. */
@NullMarked
package dev.sluice.snapshot.read;

import org.jspecify.annotations.NullMarked;
