package dev.sluice.cli.demo;

import dev.sluice.capture.kafka.BulkPublisher;
import dev.sluice.capture.kafka.PublisherConfig;
import dev.sluice.cli.io.ImportOptions;
import dev.sluice.cli.io.ImportReport;
import dev.sluice.cli.io.ImportedFiles;
import dev.sluice.cli.io.Imports;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.stack.Stack;
import dev.sluice.cli.stack.Topics;

/** The user's own files, published before the job starts. */
final class FileTraffic implements Traffic {
  private FileTraffic() {}

  static FileTraffic publish(
      Stack stack, DemoOptions options, ImportOptions imports, Terminal terminal) {
    try (ImportedFiles files = ImportedFiles.open(options.input(), imports);
        BulkPublisher publisher =
            BulkPublisher.open(PublisherConfig.of(stack.brokers(), Topics.RAW))) {
      ImportReport report = Imports.publish(files, publisher, terminal);
      Imports.tell(report, terminal);
    }
    return new FileTraffic();
  }

  @Override
  public boolean isBounded() {
    return true;
  }

  @Override
  public boolean isDone() {
    return true;
  }

  @Override
  public long dropped() {
    return 0;
  }

  @Override
  public void resume() {}

  @Override
  public void close() {}
}
