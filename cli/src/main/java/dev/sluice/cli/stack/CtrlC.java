package dev.sluice.cli.stack;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C (or SIGTERM) into an orderly end: the command is told, and the process waits until
 * it has closed everything.
 */
public final class CtrlC implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  private CtrlC() {}

  /** Listens from now on; close when everything is closed. */
  public static CtrlC listen() {
    CtrlC listener = new CtrlC();
    Runtime.getRuntime().addShutdownHook(new Thread(listener::stop, "ctrl-c"));
    return listener;
  }

  private void stop() {
    asked.countDown();
    try {
      done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public boolean isAsked() {
    return asked.getCount() == 0;
  }

  /** Waits up to {@code time}; true when the end was asked for. */
  public boolean await(Duration time) {
    try {
      return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    done.countDown();
  }
}
