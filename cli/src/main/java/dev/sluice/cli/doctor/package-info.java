/** {@code sluice doctor}: what is wrong with an installation, and what to do about it. */
@NullMarked
package dev.sluice.cli.doctor;

import org.jspecify.annotations.NullMarked;
