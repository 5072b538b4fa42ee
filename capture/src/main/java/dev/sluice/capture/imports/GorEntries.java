package dev.sluice.capture.imports;

import dev.sluice.capture.Decoded;
import dev.sluice.capture.Fidelity;
import dev.sluice.capture.canonical.CanonicalReader;
import dev.sluice.capture.internal.BadCapture;
import dev.sluice.capture.internal.RawJson;
import dev.sluice.model.QuarantineReason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges of a GoReplay file. Halves find each other by id in whatever order they stand, as
 * long as no more than {@link GorPairs#MAX_BYTES} lie between them.
 */
final class GorEntries implements Entries {
  private final GorSplitter splitter;
  private final GorPairs pairs = new GorPairs();
  private final GorExchange mapping;
  private final Deque<GorPairs.Pair> ready = new ArrayDeque<>();
  private boolean replayedSeen;
  private boolean ended;

  GorEntries(InputStream in, ImportDefaults defaults) {
    this.splitter = new GorSplitter(in, CanonicalReader.DEFAULT_LIMIT);
    this.mapping = new GorExchange(defaults);
  }

  @Override
  public @Nullable Decoded next() throws IOException, BadCapture {
    while (ready.isEmpty() && !ended) {
      advance();
    }
    GorPairs.Pair pair = ready.poll();
    return pair == null ? null : decode(pair);
  }

  private void advance() throws IOException, BadCapture {
    byte[] record = read();
    if (record == null) {
      ended = true;
      pairs.drainTo(ready);
      return;
    }
    GorRecord half = GorRecord.parse(record);
    if (half.type() == 3) {
      replayedSeen = true;
    } else {
      pairs.add(half, ready);
    }
  }

  private byte @Nullable [] read() throws BadCapture {
    try {
      return splitter.next();
    } catch (IOException e) {
      ended = true; // what is pending still comes out, behind the failure
      pairs.drainTo(ready);
      throw new BadCapture(QuarantineReason.MALFORMED_CAPTURE);
    }
  }

  private Decoded decode(GorPairs.Pair pair) {
    try {
      Draft draft = mapping.draft(pair);
      if (replayedSeen) {
        draft.notes.add(Fidelity.REPLAYED_DROPPED);
      }
      return new Decoded.Ok(mapping.build(draft));
    } catch (BadCapture e) {
      return RawJson.failed(e);
    }
  }

  @Override
  public void close() throws IOException {
    splitter.close();
  }
}
