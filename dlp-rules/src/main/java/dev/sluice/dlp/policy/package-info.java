/** What applies to which service: profile, threshold, windows, limits, transforms, exceptions. */
@NullMarked
package dev.sluice.dlp.policy;

import org.jspecify.annotations.NullMarked;
