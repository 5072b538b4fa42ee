package dev.sluice.snapshot.read;

import dev.sluice.model.ContentDigest;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.snapshot.row.RowCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells copies of an exchange from different exchanges under one id. Rows come in order of time,
 * then id; copies are equal in both, so they are neighbours and compared exactly. Different content
 * under one id is looked for among all ids seen, by 64-bit fingerprints: 16 bytes of memory per
 * exchange.
 */
final class DuplicateIds {
  private final LongTable contentById = new LongTable();
  private final MessageDigest sha256 = ContentDigest.sha256();
  private final List<byte[]> neighbours = new ArrayList<>();
  private final Set<String> reported = new HashSet<>();
  private final List<Problem> conflicts = new ArrayList<>();
  private long neighbourTs = Long.MIN_VALUE;
  private String neighbourId = "";
  private long duplicates;

  /** Whether the row is not a copy of one before it. */
  boolean isNew(SanitizedExchange row) {
    byte[] content = RowCodec.digestRow(row);
    String id = row.exchange().id();
    long ts = RowCodec.head(content).tsMicros();
    if (ts != neighbourTs || !id.equals(neighbourId)) {
      neighbours.clear();
      neighbourTs = ts;
      neighbourId = id;
    } else if (neighbours.stream().anyMatch(other -> Arrays.equals(other, content))) {
      duplicates++;
      return false;
    }
    neighbours.add(content);
    long fingerprint = fingerprint(content);
    if (contentById.putIfAbsent(fingerprint(id), fingerprint) != fingerprint && reported.add(id)) {
      conflicts.add(new Problem("id-conflict", id, "stands for more than one exchange"));
    }
    return true;
  }

  long duplicates() {
    return duplicates;
  }

  List<Problem> conflicts() {
    return List.copyOf(conflicts);
  }

  private long fingerprint(String id) {
    return fingerprint(id.getBytes(StandardCharsets.UTF_8));
  }

  private long fingerprint(byte[] bytes) {
    return ByteBuffer.wrap(sha256.digest(bytes)).getLong();
  }
}
