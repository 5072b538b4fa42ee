package dev.sluice.flink.policy;

import dev.sluice.dlp.Engine;
import dev.sluice.dlp.EngineConfig;
import dev.sluice.dlp.EngineFactory;
import dev.sluice.flink.EngineSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engines of one process. Making one takes a second, and one holds tens of megabytes: all
 * subtasks that were given the same files share them, and only the few used last are kept. Anyone
 * that is needed again is made again, with the same verdicts. Thread-safe.
 */
public final class SharedEngines implements AutoCloseable {
  /** That of the start, the one in force, the one before and the next. */
  private static final int MOST = 4;

  private static final Logger LOG = LoggerFactory.getLogger(SharedEngines.class);

  // Subtasks meet nowhere but in their class; the last that closes empties it.
  private static final Map<EngineSource, SharedEngines> OPEN = new HashMap<>();

  private final EngineSource source;
  private final EngineConfig started;
  private final EngineFactory factory = new EngineFactory();
  private final Ready first;
  private final LinkedHashMap<String, Ready> kept = new LinkedHashMap<>(8, 0.75f, true);
  private final Set<String> broken = new LinkedHashSet<>();
  private int users;

  /** An engine and what it was made of. */
  record Ready(Engine engine, EngineConfig config) {}

  private SharedEngines(EngineSource source) {
    this.source = source;
    this.started = source.config();
    this.first = new Ready(factory.create(started), started);
  }

  /** Those of the files; to be closed by each who opened them. */
  public static SharedEngines open(EngineSource source) {
    synchronized (OPEN) {
      SharedEngines engines = OPEN.get(source);
      if (engines == null) {
        engines = new SharedEngines(source);
        OPEN.put(source, engines);
      }
      engines.users++;
      return engines;
    }
  }

  /** What the job was started with. */
  Ready started() {
    return first;
  }

  /** Says why a bundle does not load, if it does not; makes no engine. */
  Optional<String> problem(PolicyBundle bundle) {
    return bundle.problem(started);
  }

  /**
   * The engine of an entry; made now unless it is kept. Empty if it cannot be made, which is then
   * so for good.
   */
  synchronized Optional<Ready> of(Entry entry) {
    Ready ready = kept.get(entry.digest());
    if (ready == null && !broken.contains(entry.digest())) {
      make(entry);
      ready = kept.get(entry.digest());
    }
    return Optional.ofNullable(ready);
  }

  private void make(Entry entry) {
    try {
      EngineConfig config = entry.publication().bundle().config(started);
      kept.put(entry.digest(), new Ready(factory.create(config), config));
      if (kept.size() > MOST) {
        kept.remove(kept.keySet().iterator().next());
      }
      LOG.info("policy {} is ready", entry.publication().number());
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error(
          "policy {} makes no engine ({}); it is not used",
          entry.publication().number(),
          e.getClass().getSimpleName());
      broken.add(entry.digest());
    }
  }

  @Override
  public void close() {
    synchronized (OPEN) {
      users--;
      if (users == 0) {
        OPEN.remove(source);
      }
    }
  }
}
