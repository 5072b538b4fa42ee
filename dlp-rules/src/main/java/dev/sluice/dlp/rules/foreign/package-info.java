/**
 * Rule packs of other tools, read as Sluice's own: Gitleaks configuration, Presidio recognizers.
 */
@NullMarked
package dev.sluice.dlp.rules.foreign;

import org.jspecify.annotations.NullMarked;
