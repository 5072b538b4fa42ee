package dev.sluice.flink.sink;

import dev.sluice.flink.sanitize.WindowKey;
import dev.sluice.model.PartInfo;
import java.util.List;

/**
 * A manifest to write.
 *
 * @param revision 1 or more
 * @param parts all parts of the window, those of older revisions included
 * @param leftOut what of the window did not pass
 */
public record Seal(WindowKey window, int revision, List<PartInfo> parts, WindowTally leftOut) {
  public Seal {
    parts = List.copyOf(parts);
  }
}
