package dev.sluice.capture.proxy;

import dev.sluice.model.Body;
import io.vertx.core.buffer.Buffer;

/** Keeps the first bytes of a body that passes by. */
final class BodyTap {
  private final int limit;
  private final Holding holding;
  private Buffer kept = Buffer.buffer();
  private boolean cut;

  BodyTap(int limit, Holding holding) {
    this.limit = limit;
    this.holding = holding;
  }

  void add(Buffer passing) {
    int room = limit - kept.length();
    int size = Math.min(room, passing.length());
    cut |= size < passing.length();
    if (holding.isLost() || size == 0) {
      return;
    }
    if (holding.take(size)) {
      kept.appendBuffer(passing, 0, size);
    } else {
      kept = Buffer.buffer();
    }
  }

  /**
   * The body as recorded.
   *
   * @param complete whether it passed to its end
   */
  Body body(boolean complete) {
    byte[] bytes = kept.getBytes();
    return cut || !complete ? Body.truncated(bytes) : Body.of(bytes);
  }
}
