/** Raw traffic in and out: decoders for captures, importers, the recording proxy, the publisher. */
@NullMarked
package dev.sluice.capture;

import org.jspecify.annotations.NullMarked;
