/** The content digest of a set of rows. */
@NullMarked
package dev.sluice.snapshot.digest;

import org.jspecify.annotations.NullMarked;
