/** Importers of files that other tools recorded. */
@NullMarked
package dev.sluice.capture.imports;

import org.jspecify.annotations.NullMarked;
