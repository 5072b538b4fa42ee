/** The second look: proves that nothing sensitive is left in what the engine wrote. */
@NullMarked
package dev.sluice.dlp.gate;

import org.jspecify.annotations.NullMarked;
