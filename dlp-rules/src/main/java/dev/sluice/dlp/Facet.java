package dev.sluice.dlp;

import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.walk.FieldTree;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an engine treats the exchanges of one policy, with the parts that are about them.
 *
 * @param disabled rules that apply elsewhere, but not here
 * @param fields the fields of JSON bodies known so far; null to look at every value of every body
 */
record Facet(Policy policy, Set<String> disabled, @Nullable FieldTree fields) {}
