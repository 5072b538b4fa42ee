/** The shared contracts: what a capture, a sanitized exchange, a finding and a manifest are. */
@NullMarked
package dev.sluice.model;

import org.jspecify.annotations.NullMarked;
