/**
 * Which patterns can match a text at all, decided for all of them in one pass: patterns are read
 * into a small syntax tree, relaxed, and run as one automaton whose states are made when first met.
 */
@NullMarked
package dev.sluice.dlp.scan;

import org.jspecify.annotations.NullMarked;
