/** The {@code sluice} command: entry point, the root command and what every command shares. */
@NullMarked
package dev.sluice.cli;

import org.jspecify.annotations.NullMarked;
