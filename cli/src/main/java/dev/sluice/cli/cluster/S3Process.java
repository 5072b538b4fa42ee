package dev.sluice.cli.cluster;

import dev.sluice.cli.Logging;
import dev.sluice.cli.stack.CtrlC;
import dev.sluice.cli.stack.EmbeddedS3;
import dev.sluice.cli.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;

/** The S3 server as a process of its own: data folder and port are the arguments. */
final class S3Process {
  private S3Process() {}

  public static void main(String[] args) {
    Logging.toFile(Path.of("/dev/stdout"));
    try (CtrlC end = CtrlC.listen();
        EmbeddedS3 s3 =
            EmbeddedS3.start(Path.of(args[0]), Stack.BUCKET, Integer.parseInt(args[1]))) {
      System.out.println("listening on " + s3.endpoint());
      while (!end.await(Duration.ofSeconds(1))) {
        // The server does the work.
      }
    }
  }
}
