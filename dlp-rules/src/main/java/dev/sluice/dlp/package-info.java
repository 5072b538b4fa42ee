/** The engine's front: a raw capture in, a verdict out. */
@NullMarked
package dev.sluice.dlp;

import org.jspecify.annotations.NullMarked;
