/** Publishing to the policy timeline: what {@code sluice policy} and {@code sluice rules} share. */
@NullMarked
package dev.sluice.cli.timeline;

import org.jspecify.annotations.NullMarked;
