package dev.sluice.capture.proxy;

/**
 * What one exchange holds of the budget. Once it could not get more it holds nothing and its
 * exchange is lost to the record. Confined to the exchange's event loop until it is handed over.
 */
final class Holding {
  private final MemoryBudget budget;
  private long bytes;
  private boolean lost;

  Holding(MemoryBudget budget) {
    this.budget = budget;
  }

  boolean take(long more) {
    if (!lost && budget.take(more)) {
      bytes += more;
      return true;
    }
    lost = true;
    release();
    return false;
  }

  void release() {
    budget.release(bytes);
    bytes = 0;
  }

  boolean isLost() {
    return lost;
  }
}
