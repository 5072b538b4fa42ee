package dev.sluice.catalog.server.ui;

import dev.sluice.model.SnapshotStatus;
import java.util.Locale;

/** A status as text, icon and colour class, so that no colour alone carries it. */
public record Pill(String text, String icon, String style) {
  public static Pill of(SnapshotStatus status) {
    String icon =
        switch (status) {
          case APPROVED -> "✓";
          case PENDING -> "•";
          case REJECTED -> "✕";
          case BLOCKED -> "!";
          case DEPRECATED -> "↓";
          case ERASED -> "∅";
          case LOCAL -> "⌂";
        };
    return new Pill(Format.word(status), icon, status.name().toLowerCase(Locale.ROOT));
  }
}
