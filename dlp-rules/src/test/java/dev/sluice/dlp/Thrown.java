package dev.sluice.dlp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** The messages of all throwables that some work creates, also of those caught in its midst. */
final class Thrown {
  private Thrown() {}

  /**
   * Does the work while the virtual machine's flight recorder notes each throwable's message.
   *
   * @param file a place for the raw recording
   */
  static List<String> messages(Path file, Runnable work) {
    try (Recording recording = new Recording()) {
      recording.enable("jdk.JavaExceptionThrow").withoutStackTrace();
      recording.enable("jdk.JavaErrorThrow").withoutStackTrace();
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
      return messages(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> messages(Path file) throws IOException {
    List<String> messages = new ArrayList<>();
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      String message = event.getString("message");
      messages.add(message == null ? "" : message);
    }
    return messages;
  }
}
