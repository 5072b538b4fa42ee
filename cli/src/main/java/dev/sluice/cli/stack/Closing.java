package dev.sluice.cli.stack;

import dev.sluice.model.SluiceException;
import java.util.EnumMap;
import java.util.Map;

/** Closes what was started, in a fixed order whatever the order of starting. Thread-safe. */
final class Closing implements AutoCloseable {
  /** First to last. */
  enum Order {
    CATALOG,
    CLIENTS,
    S3,
    KAFKA
  }

  private final Map<Order, java.util.List<AutoCloseable>> open = new EnumMap<>(Order.class);

  synchronized <T extends AutoCloseable> T add(Order order, T part) {
    open.computeIfAbsent(order, o -> new java.util.ArrayList<>()).add(part);
    return part;
  }

  @Override
  public synchronized void close() {
    SluiceException failed = null;
    for (var parts : open.values()) {
      for (AutoCloseable part : parts) {
        try {
          part.close();
        } catch (Exception e) {
          // The rest must be stopped as well.
          failed = new SluiceException(part.getClass().getSimpleName() + " did not stop", e);
        }
      }
    }
    open.clear();
    if (failed != null) {
      throw failed;
    }
  }
}
