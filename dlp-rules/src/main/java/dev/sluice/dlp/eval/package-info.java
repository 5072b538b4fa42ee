/**
 * Measures detection on a labelled corpus of our own: a seeded generator, hand-written cases and
 * hard negatives, as texts and planted into messages. Nothing of the engine depends on it.
 */
@NullMarked
package dev.sluice.dlp.eval;

import org.jspecify.annotations.NullMarked;
