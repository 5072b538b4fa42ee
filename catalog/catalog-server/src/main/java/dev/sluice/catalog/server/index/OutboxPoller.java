package dev.sluice.catalog.server.index;

import dev.sluice.catalog.server.problem.ErrorCode;
import dev.sluice.catalog.server.problem.ProblemException;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SluiceJson;
import dev.sluice.model.catalog.RegisterRequest;
import dev.sluice.snapshot.store.ObjectStat;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.StoreException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers what jobs announced in the bucket's {@code _outbox/}, then removes the announcement.
 * One that cannot be registered stays there, is reported once, and holds nobody up.
 */
public final class OutboxPoller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxPoller.class);
  private static final String PREFIX = "_outbox/";
  private static final String ACTOR = "system:outbox";

  private final CatalogIndex index;
  private final ObjectStore store;
  private final Set<String> reported = new HashSet<>();
  private final AtomicLong registered = new AtomicLong();
  private final AtomicLong waiting = new AtomicLong();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          r -> {
            Thread t = new Thread(r, "catalog-outbox");
            t.setDaemon(true);
            return t;
          });

  public OutboxPoller(CatalogIndex index, ObjectStore store) {
    this.index = index;
    this.store = store;
  }

  /** Looks now and then again after each pause. */
  public void start(Duration pause) {
    var unused =
        thread.scheduleWithFixedDelay(
            this::pollQuietly, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void pollQuietly() {
    try {
      int count = poll();
      if (count > 0) {
        LOG.info("registered {} snapshots from the outbox", count);
      }
    } catch (RuntimeException e) {
      // The next look tries again; an exception here would end the schedule.
      LOG.warn("cannot look at the outbox: {}", e.getMessage());
    }
  }

  /** Registers everything announced now; returns how many were new to the index. */
  public synchronized int poll() {
    int count = 0;
    long left = 0;
    for (ObjectStat entry : store.list(PREFIX)) {
      if (accept(entry.key())) {
        count++;
      } else {
        left++;
      }
    }
    waiting.set(left);
    registered.addAndGet(count);
    return count;
  }

  private boolean accept(String key) {
    try {
      index.register(read(key), ACTOR);
      store.delete(key);
      reported.remove(key);
      return true;
    } catch (ProblemException | StoreException e) {
      if (reported.add(key)) {
        LOG.warn("announcement {} cannot be registered yet: {}", key, e.getMessage());
      }
      return false;
    }
  }

  @SuppressWarnings("NullAway") // JSON may leave any field out.
  private RegisterRequest read(String key) {
    try {
      RegisterRequest request = SluiceJson.read(store.get(key), RegisterRequest.class);
      if (request.manifestKey() != null && request.manifestDigest() != null) {
        return request;
      }
    } catch (StoreException e) {
      throw e;
    } catch (SluiceException e) {
      // Falls through to the one clear message.
    }
    throw ErrorCode.BAD_REQUEST.with("the announcement is not {manifestKey, manifestDigest}");
  }

  /** Announcements registered since the start. */
  public long registered() {
    return registered.get();
  }

  /** Announcements that could not be registered at the last look. */
  public long waiting() {
    return waiting.get();
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
