package dev.sluice.cli.snapshots;

import dev.sluice.capture.Decoded;
import dev.sluice.dlp.Engine;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.Verdict;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What passes engine and gate of a sequence of captures; the rest is counted. Not thread-safe. */
public final class SanitizedFiles implements Iterator<SanitizedExchange> {
  private final Iterator<Decoded> source;
  private final Engine engine;
  private final SortedMap<String, Long> quarantined = new TreeMap<>();
  private Optional<SanitizedExchange> next = Optional.empty();
  private long read;
  private long passed;
  private long filtered;

  public SanitizedFiles(Iterator<Decoded> source, Engine engine) {
    this.source = source;
    this.engine = engine;
  }

  @Override
  public boolean hasNext() {
    while (next.isEmpty() && source.hasNext()) {
      next = take(source.next());
    }
    return next.isPresent();
  }

  @Override
  public SanitizedExchange next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    SanitizedExchange exchange = next.orElseThrow();
    next = Optional.empty();
    passed++;
    return exchange;
  }

  private Optional<SanitizedExchange> take(Decoded decoded) {
    read++;
    if (decoded instanceof Decoded.Failed failed) {
      quarantined.merge(failed.reason().code(), 1L, Long::sum);
      return Optional.empty();
    }
    Verdict verdict = engine.sanitize(((Decoded.Ok) decoded).capture());
    if (verdict instanceof Verdict.Pass pass) {
      return Optional.of(pass.exchange());
    }
    if (verdict instanceof Verdict.Quarantine held) {
      quarantined.merge(held.reason().code(), 1L, Long::sum);
    } else {
      filtered++;
    }
    return Optional.empty();
  }

  long read() {
    return read;
  }

  long passed() {
    return passed;
  }

  long filtered() {
    return filtered;
  }

  /** By reason code; grows while reading. */
  public SortedMap<String, Long> quarantined() {
    return quarantined;
  }
}
