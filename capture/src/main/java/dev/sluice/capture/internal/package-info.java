/** Plumbing shared by the formats; not for use outside this module. */
@NullMarked
package dev.sluice.capture.internal;

import org.jspecify.annotations.NullMarked;
