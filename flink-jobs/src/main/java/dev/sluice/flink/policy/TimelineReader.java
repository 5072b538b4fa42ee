package dev.sluice.flink.policy;

import dev.sluice.model.SluiceException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the control topic beside one subtask, and knows up to which capture time nothing more can
 * be published.
 *
 * <p>Whoever appends now, by the broker's clock, decides about captures from now plus the lead at
 * the earliest. So once everything was read that was appended before some time, captures up to that
 * time plus the lead are decided. "Some time" is the newest append time of a raw record that was
 * seen before the broker was asked for the topic's end; no clock of this machine is trusted for it,
 * except that it is not ahead by {@link #CLOCK_TOLERANCE_MILLIS}, which lets a backlog run freely.
 */
final class TimelineReader implements AutoCloseable {
  /** How much a machine's clock may be ahead. */
  static final long CLOCK_TOLERANCE_MILLIS = TimeUnit.MINUTES.toMillis(10);

  private static final Logger LOG = LoggerFactory.getLogger(TimelineReader.class);
  private static final long RETRY_MILLIS = 500;

  private final TimelineLog log;
  private final Timeline timeline;
  private final SharedEngines engines;
  private final long leadMillis;
  private final Thread thread;
  private final Object turn = new Object();
  private volatile View view = View.NOTHING;
  private volatile long seen = Long.MIN_VALUE;
  private volatile boolean closed;
  private boolean asked;
  private @Nullable SluiceException failure;

  /**
   * What is known.
   *
   * @param decidedBefore captures before this time, in milliseconds, are decided
   */
  record View(
      InForce governs, InForce shadows, List<Entry> entries, long refused, long decidedBefore) {
    static final View NOTHING =
        new View(
            InForce.of(List.of(), Publication.Kind.GOVERN),
            InForce.of(List.of(), Publication.Kind.SHADOW),
            List.of(),
            0,
            Long.MIN_VALUE);
  }

  TimelineReader(
      Map<String, String> kafka, PolicyTopic topic, Timeline timeline, SharedEngines engines) {
    this.timeline = timeline;
    this.engines = engines;
    this.leadMillis = topic.lead().toMillis();
    this.log = new TimelineLog(kafka, topic.topic(), timeline);
    this.thread = new Thread(this::run, "sluice-policies");
    thread.setDaemon(true);
  }

  /** Begins; the first {@link #awaitDecided} waits for the whole topic. */
  void start() {
    thread.start();
  }

  View view() {
    return view;
  }

  /** Whether nothing more can be published about captures of that time. */
  boolean isDecided(long ts) {
    return ts < view.decidedBefore();
  }

  /** Tells of a raw record that was appended then; cheap. */
  void sawAppend(long appendedMillis) {
    if (appendedMillis > seen) {
      seen = appendedMillis;
    }
  }

  /** Waits until captures of that time are decided; the stream stands still meanwhile. */
  void awaitDecided(long ts) throws InterruptedException {
    synchronized (turn) {
      while (!isDecided(ts)) {
        if (failure != null) {
          throw failure;
        }
        asked = true;
        turn.notifyAll();
        turn.wait(RETRY_MILLIS);
      }
    }
  }

  /** Waits for the first reading of the topic to its end. */
  void awaitFirst() throws InterruptedException {
    awaitDecided(Long.MIN_VALUE);
  }

  private void run() {
    try (log) {
      while (!closed) {
        long before = Math.max(seen, System.currentTimeMillis() - CLOCK_TOLERANCE_MILLIS);
        if (read()) {
          publish(before);
          prepare();
        }
        rest();
      }
    } catch (InterruptedException e) {
      // closing
    } catch (SluiceException e) {
      fail(e);
    } catch (RuntimeException | Error e) {
      fail(new SluiceException("the policy topic cannot be followed: " + e.getClass().getName()));
    }
  }

  private boolean read() {
    try {
      for (Timeline.Step step : log.readToEnd()) {
        tell(step);
      }
      return true;
    } catch (KafkaException e) {
      if (!closed) {
        LOG.warn(
            "the policy topic cannot be read ({}); trying again", e.getClass().getSimpleName());
      }
      return false;
    }
  }

  private static void tell(Timeline.Step step) {
    if (step instanceof Timeline.Step.Gap gap) {
      throw new SluiceException(
          "the policy topic lacks entry "
              + gap.expected()
              + " (it has "
              + gap.number()
              + "); captures would be sanitized under a wrong policy");
    } else if (step instanceof Timeline.Step.Refused refused) {
      LOG.warn("a record on the policy topic is not used: {}", refused.reason());
    } else if (step instanceof Timeline.Step.Accepted accepted) {
      Entry entry = accepted.entry();
      if (entry.unusable().isPresent()) {
        LOG.error(
            "policy {} is not used: {}", entry.publication().number(), entry.unusable().get());
      } else {
        LOG.info(
            "policy {} takes effect at {}",
            entry.publication().number(),
            entry.publication().effectiveFrom());
      }
    }
  }

  /** Makes the engines of now and of what comes, before records need them. */
  private void prepare() {
    long now = System.currentTimeMillis();
    for (InForce force : List.of(view.governs(), view.shadows())) {
      for (int i = Math.max(0, Math.max(force.at(now), force.size() - 2)); i < force.size(); i++) {
        if (!PolicyBundle.AS_STARTED.equals(force.entry(i).publication().bundle())) {
          engines.of(force.entry(i));
        }
      }
    }
  }

  private void publish(long before) {
    View old = view;
    List<Entry> entries = timeline.entries();
    boolean same = entries.size() == old.entries().size();
    synchronized (turn) {
      view =
          new View(
              same ? old.governs() : InForce.of(entries, Publication.Kind.GOVERN),
              same ? old.shadows() : InForce.of(entries, Publication.Kind.SHADOW),
              entries,
              timeline.refused(),
              before + leadMillis);
      turn.notifyAll();
    }
  }

  private void rest() throws InterruptedException {
    synchronized (turn) {
      if (!asked && !closed) {
        turn.wait(Math.max(10, leadMillis / 10));
      }
      asked = false;
    }
  }

  private void fail(SluiceException e) {
    LOG.error("{}", e.getMessage());
    synchronized (turn) {
      failure = e;
      view = View.NOTHING;
      turn.notifyAll();
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
