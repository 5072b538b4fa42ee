package dev.sluice.capture.imports;

import dev.sluice.capture.Decoded;
import dev.sluice.capture.internal.BadCapture;
import dev.sluice.capture.internal.RawJson;
import java.io.IOException;
import java.util.Collections;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One file: turns whatever goes wrong while reading it into failed entries. */
final class FileSource implements ImportSource {
  private final Format format;
  private final Entries entries;
  private final SortedSet<String> fidelity = new TreeSet<>();
  private @Nullable Decoded ahead;
  private boolean broken;

  FileSource(Format format, Entries entries) {
    this.format = format;
    this.entries = entries;
    this.fidelity.addAll(format.notes());
  }

  @Override
  public String format() {
    return format.label();
  }

  @Override
  public SortedSet<String> fidelity() {
    return Collections.unmodifiableSortedSet(fidelity);
  }

  @Override
  public boolean hasNext() {
    if (ahead == null && !broken) {
      ahead = read();
    }
    return ahead != null;
  }

  @Override
  public Decoded next() {
    if (!hasNext() || ahead == null) {
      throw new NoSuchElementException("no more entries");
    }
    Decoded next = ahead;
    ahead = null;
    if (next instanceof Decoded.Ok ok) {
      fidelity.addAll(ok.capture().fidelity());
    }
    return next;
  }

  private @Nullable Decoded read() {
    try {
      return entries.next();
    } catch (BadCapture | RuntimeException | StackOverflowError e) {
      return RawJson.failed(e);
    } catch (IOException e) {
      broken = true;
      return RawJson.failed(e);
    }
  }

  @Override
  public void close() {
    try {
      entries.close();
    } catch (IOException e) {
      broken = true; // nothing that was read depends on it
    }
  }
}
