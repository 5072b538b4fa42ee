/** {@code sluice bench}: how fast the engine and the pipeline are, each beside its reference. */
@NullMarked
package dev.sluice.cli.bench;

import org.jspecify.annotations.NullMarked;
