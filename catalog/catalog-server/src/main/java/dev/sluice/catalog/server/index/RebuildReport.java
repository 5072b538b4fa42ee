package dev.sluice.catalog.server.index;

import java.util.List;

/**
 * What a rebuild did.
 *
 * @param indexed manifests now in the index
 * @param kept how many of them kept their governance state
 * @param removed rows whose manifest is gone
 * @param unusable keys of manifests that could not be indexed
 */
public record RebuildReport(int indexed, int kept, int removed, List<String> unusable) {}
