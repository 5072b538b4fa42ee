/** The binary form of one sanitized exchange, and the form its digest is taken of. */
@NullMarked
package dev.sluice.snapshot.row;

import org.jspecify.annotations.NullMarked;
