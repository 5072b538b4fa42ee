/** Structure first: takes a message apart down to single values, and puts it together again. */
@NullMarked
package dev.sluice.dlp.walk;

import org.jspecify.annotations.NullMarked;
