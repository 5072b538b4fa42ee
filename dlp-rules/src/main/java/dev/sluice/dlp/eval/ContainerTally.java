package dev.sluice.dlp.eval;

/** Counts of one row of the container measure. Not thread-safe. */
final class ContainerTally {
  private int messages;
  private int quarantined;
  private int altered;
  private final int[] named = new int[2];
  private final int[] neutral = new int[2];
  private final int[] secrets = new int[2];

  void add(Planted planted, Outcome outcome) {
    int leaked = outcome == Outcome.LEAKED ? 1 : 0;
    int[] group = group(planted);
    group[0]++;
    group[1] += leaked;
    messages++;
    quarantined += outcome == Outcome.QUARANTINED ? 1 : 0;
    altered += outcome == Outcome.ALTERED ? 1 : 0;
  }

  private int[] group(Planted planted) {
    if (!planted.named()) {
      return neutral;
    }
    return planted.kind().isSecret() ? secrets : named;
  }

  ContainerRow row(String name) {
    return new ContainerRow(
        name,
        messages,
        share(named),
        share(secrets),
        share(neutral),
        (double) altered / messages,
        (double) quarantined / messages);
  }

  private static double share(int[] counts) {
    return counts[0] == 0 ? 0 : (double) counts[1] / counts[0];
  }
}
