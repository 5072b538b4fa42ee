/** The tokenization keys and what is derived from them. */
@NullMarked
package dev.sluice.dlp.keys;

import org.jspecify.annotations.NullMarked;
