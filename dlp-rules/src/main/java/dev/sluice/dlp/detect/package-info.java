/** Finding candidates in one text value: keywords first, then patterns, validators and scores. */
@NullMarked
package dev.sluice.dlp.detect;

import org.jspecify.annotations.NullMarked;
