package dev.sluice.flink.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Every throwable that anything in this process creates while the recording runs, also those that
 * are caught where they are thrown: the virtual machine's flight recorder notes the message each
 * one is constructed with.
 */
public final class Thrown implements AutoCloseable {
  private static final String OURS = "dev.sluice.";

  private final Recording recording = new Recording();

  private Thrown() {}

  /** Begins to record. */
  public static Thrown record() {
    Thrown thrown = new Thrown();
    thrown.recording.enable("jdk.JavaExceptionThrow").withStackTrace();
    thrown.recording.enable("jdk.JavaErrorThrow").withStackTrace();
    thrown.recording.start();
    return thrown;
  }

  /**
   * Ends the recording.
   *
   * @param file a place for the raw recording; it lies outside of what the tests search
   */
  public List<Event> stop(Path file) throws IOException {
    recording.stop();
    recording.dump(file);
    List<Event> events = new ArrayList<>();
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      String message = event.getString("message");
      events.add(new Event(type(event), message == null ? "" : message, site(event)));
    }
    return events;
  }

  @Override
  public void close() {
    recording.close();
  }

  private static String type(RecordedEvent event) {
    RecordedClass type = event.getClass("thrownClass");
    return type == null ? "unknown" : type.getName();
  }

  /** Our method nearest to where it was thrown; empty if none had a part in it. */
  private static String site(RecordedEvent event) {
    if (event.getStackTrace() != null) {
      for (RecordedFrame frame : event.getStackTrace().getFrames()) {
        String type = frame.getMethod().getType().getName();
        if (type.startsWith(OURS)) {
          return type + "." + frame.getMethod().getName();
        }
      }
    }
    return "";
  }

  /**
   * A throwable.
   *
   * @param site our method nearest to where it was thrown
   */
  public record Event(String type, String message, String site) {

    /** Whether the message holds the text in any form. */
    public boolean holds(String text) {
      return Searched.holds(message, text);
    }

    @Override
    public String toString() {
      return type + " at " + site;
    }
  }
}
