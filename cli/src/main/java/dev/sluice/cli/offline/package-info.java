/** {@code sluice scan} and {@code sluice sanitize}: the engine on files and streams, in process. */
@NullMarked
package dev.sluice.cli.offline;

import org.jspecify.annotations.NullMarked;
