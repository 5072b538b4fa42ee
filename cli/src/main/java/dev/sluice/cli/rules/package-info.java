/** {@code sluice rules}: what the engine looks for. */
@NullMarked
package dev.sluice.cli.rules;

import org.jspecify.annotations.NullMarked;
