/** Shared test data. */
@NullMarked
package dev.sluice.snapshot;

import org.jspecify.annotations.NullMarked;
