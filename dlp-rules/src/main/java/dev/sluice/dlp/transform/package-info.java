/** What replaces a finding: surrogates that keep shape, check digits and referential integrity. */
@NullMarked
package dev.sluice.dlp.transform;

import org.jspecify.annotations.NullMarked;
