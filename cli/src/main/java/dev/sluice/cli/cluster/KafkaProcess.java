package dev.sluice.cli.cluster;

import dev.sluice.cli.Logging;
import dev.sluice.cli.stack.CtrlC;
import dev.sluice.cli.stack.EmbeddedKafka;
import java.nio.file.Path;
import java.time.Duration;

/** Kafka as a process of its own: data folder and port are the arguments. */
final class KafkaProcess {
  private KafkaProcess() {}

  public static void main(String[] args) {
    Logging.toFile(Path.of("/dev/stdout"));
    try (CtrlC end = CtrlC.listen();
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(args[0]), Integer.parseInt(args[1]))) {
      System.out.println("listening on " + kafka.brokers());
      while (!end.await(Duration.ofSeconds(1))) {
        // The server does the work.
      }
    }
  }
}
