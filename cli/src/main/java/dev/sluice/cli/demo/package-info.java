/** {@code sluice demo} and {@code sluice up}: the whole loop in one process. */
@NullMarked
package dev.sluice.cli.demo;

import org.jspecify.annotations.NullMarked;
