/** Messages that carry fields in many ways, and readers that take them out again. */
@NullMarked
package dev.sluice.dlp.eval.containers;

import org.jspecify.annotations.NullMarked;
