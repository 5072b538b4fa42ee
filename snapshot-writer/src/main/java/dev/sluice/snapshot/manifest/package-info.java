/** Sealing: from parts to a manifest that is written once. */
@NullMarked
package dev.sluice.snapshot.manifest;

import org.jspecify.annotations.NullMarked;
