package dev.sluice.cli.io;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on stderr while a person watches; nothing otherwise. */
public final class Progress implements AutoCloseable {
  private final Optional<ProgressBar> bar;

  private Progress(Optional<ProgressBar> bar) {
    this.bar = bar;
  }

  /**
   * Starts one.
   *
   * @param total units of work, or -1 where unknown
   */
  public static Progress start(Terminal terminal, String task, long total) {
    if (!terminal.interactive()) {
      return new Progress(Optional.empty());
    }
    return new Progress(
        Optional.of(
            new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), 100))
                .build()));
  }

  public void step() {
    bar.ifPresent(ProgressBar::step);
  }

  public void stepTo(long done) {
    bar.ifPresent(b -> b.stepTo(done));
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
