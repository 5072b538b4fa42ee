/** {@code sluice snapshots}: make, find, show, fetch and verify snapshots. */
@NullMarked
package dev.sluice.cli.snapshots;

import org.jspecify.annotations.NullMarked;
