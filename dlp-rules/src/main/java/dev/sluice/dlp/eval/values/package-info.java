/**
 * Makes values of known formats for the evaluation, from the published algorithms and apart from
 * the validators of the engine.
 */
@NullMarked
package dev.sluice.dlp.eval.values;

import org.jspecify.annotations.NullMarked;
