/**
 * Rules as data: what a rule is, how packs are read from YAML, and how their examples are proven.
 */
@NullMarked
package dev.sluice.dlp.rules;

import org.jspecify.annotations.NullMarked;
