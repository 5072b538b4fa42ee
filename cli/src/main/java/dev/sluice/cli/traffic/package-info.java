/** {@code sluice record} and {@code sluice import}: how captures get in. */
@NullMarked
package dev.sluice.cli.traffic;

import org.jspecify.annotations.NullMarked;
