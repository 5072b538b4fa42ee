/** What Sluice is measured against. In no shipped jar. */
@NullMarked
package dev.sluice.benchmarks;

import org.jspecify.annotations.NullMarked;
