package dev.sluice.snapshot.part;

import dev.sluice.model.LineageRange;
import dev.sluice.model.PolicyTerms;
import java.util.List;
import java.util.Optional;

/**
 * What a part's statistics say that its rows do not.
 *
 * @param lineage the Kafka records the rows came from
 * @param authorityHashes of raw authorities, made where they are known with {@code
 *     AuthorityHash.of(salt, authority)}
 * @param terms of the policies the rows were sanitized under
 * @param authoritySalt if present, the authorities in the rows' URLs are hashed with it and added
 */
public record PartMeta(
    List<LineageRange> lineage,
    List<String> authorityHashes,
    List<PolicyTerms> terms,
    Optional<String> authoritySalt) {
  public static final PartMeta NONE =
      new PartMeta(List.of(), List.of(), List.of(), Optional.empty());

  public PartMeta {
    lineage = List.copyOf(lineage);
    authorityHashes = List.copyOf(authorityHashes);
    terms = List.copyOf(terms);
  }
}
