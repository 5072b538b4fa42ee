/** {@code sluice quarantine}: working off what was held back. */
@NullMarked
package dev.sluice.cli.quarantine;

import org.jspecify.annotations.NullMarked;
