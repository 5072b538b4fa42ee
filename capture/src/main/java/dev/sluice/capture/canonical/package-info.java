/** Sluice's own capture format: one JSON object per line or message. */
@NullMarked
package dev.sluice.capture.canonical;

import org.jspecify.annotations.NullMarked;
