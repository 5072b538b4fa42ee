/** The tokenization key and the subkeys derived from it. */
@NullMarked
package dev.sluice.dlp.keys;

import org.jspecify.annotations.NullMarked;
