package dev.sluice.dlp.eval;

import java.util.List;

/**
 * What the engine reached on planted values.
 *
 * @param containers in their own order, plain JSON first
 * @param kinds by kind of value, sorted
 */
public record ContainerResult(
    ContainerRow all, List<ContainerRow> containers, List<ContainerRow> kinds) {

  public ContainerResult {
    containers = List.copyOf(containers);
    kinds = List.copyOf(kinds);
  }
}
