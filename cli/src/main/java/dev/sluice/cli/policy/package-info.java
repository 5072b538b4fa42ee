/** {@code sluice policy}. */
@NullMarked
package dev.sluice.cli.policy;

import org.jspecify.annotations.NullMarked;
