package dev.sluice.cli;

import java.nio.file.Path;
import java.util.logging.LogManager;

/**
 * Keeps libraries off the console. Must run before the first logger is made: slf4j-simple reads its
 * properties once.
 */
public final class Logging {
  private static final String PREFIX = "org.slf4j.simpleLogger.";

  private Logging() {}

  /** No log output at all: the default of short commands. */
  public static void quiet() {
    // java.util.logging prints to stderr unless told otherwise.
    LogManager.getLogManager().reset();
    System.setProperty(PREFIX + "defaultLogLevel", "off");
  }

  /** Logs to a file from now on (level info), for commands that run a server. */
  public static void toFile(Path file) {
    System.setProperty(PREFIX + "logFile", file.toString());
    System.setProperty(PREFIX + "defaultLogLevel", "info");
    System.setProperty(PREFIX + "showDateTime", "true");
    System.setProperty(PREFIX + "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSZ");
    System.setProperty(PREFIX + "showShortLogName", "true");
    System.setProperty(PREFIX + "log.org.apache.kafka", "warn");
    System.setProperty(PREFIX + "log.kafka", "warn");
    System.setProperty(PREFIX + "log.org.apache.flink", "warn");
    // Flink's committers register one gauge per subtask under one name, at every checkpoint.
    System.setProperty(PREFIX + "log.org.apache.flink.runtime.metrics", "error");
    System.setProperty(PREFIX + "log.org.apache.flink.metrics", "error");
    System.setProperty(PREFIX + "log.org.eclipse.jetty", "warn");
  }
}
