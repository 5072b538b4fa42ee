/** Check digits, ranges and other proofs that a matched text is what its shape suggests. */
@NullMarked
package dev.sluice.dlp.validate;

import org.jspecify.annotations.NullMarked;
