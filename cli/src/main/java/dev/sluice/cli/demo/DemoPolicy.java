package dev.sluice.cli.demo;

import java.time.Duration;

/** The policy a demo runs under. */
final class DemoPolicy {
  private DemoPolicy() {}

  static String yaml(Duration window) {
    return """
        # The demo's policy: short windows, so that snapshots appear while you watch.
        profile: balanced
        windows:
          default: %ds
          sealDelay: 2s
          closeAfter: 60s
        """
        .formatted(window.toSeconds());
  }
}
