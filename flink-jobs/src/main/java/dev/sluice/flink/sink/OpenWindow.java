package dev.sluice.flink.sink;

import dev.sluice.model.PartInfo;
import java.util.ArrayList;
import java.util.List;

/** A window that may still get a revision. Not thread-safe. */
final class OpenWindow {
  private final List<PartInfo> parts;
  private int sealedParts;
  private int revision;
  private WindowTally leftOut;

  OpenWindow() {
    this(List.of(), 0, 0, WindowTally.NONE);
  }

  OpenWindow(List<PartInfo> parts, int sealedParts, int revision, WindowTally leftOut) {
    this.parts = new ArrayList<>(parts);
    this.sealedParts = sealedParts;
    this.revision = revision;
    this.leftOut = leftOut;
  }

  void add(PartInfo part) {
    parts.add(part);
  }

  void leaveOut(WindowTally tally) {
    leftOut = leftOut.plus(tally);
  }

  boolean isSealed() {
    return revision > 0;
  }

  boolean hasNews() {
    return parts.size() > sealedParts;
  }

  /** The next revision's number, as all parts known now are in it. */
  int seal() {
    sealedParts = parts.size();
    return ++revision;
  }

  List<PartInfo> parts() {
    return parts;
  }

  int sealedParts() {
    return sealedParts;
  }

  int revision() {
    return revision;
  }

  WindowTally leftOut() {
    return leftOut;
  }
}
