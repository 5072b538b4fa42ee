/** The recording proxy: forwards HTTP/1.1 and records what passes. */
@NullMarked
package dev.sluice.capture.proxy;

import org.jspecify.annotations.NullMarked;
