package dev.sluice.catalog.server.db;

import dev.sluice.model.ContentDigest;
import dev.sluice.model.catalog.AuditEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The append-only log. Each entry's hash covers the entry and the hash before it; a separate head
 * row tells where the chain ends, so that a cut-off tail shows, too.
 */
public final class AuditLog {
  private static final String START = "sha256:" + "0".repeat(64);

  /**
   * What a check of the chain found.
   *
   * @param entries how many entries were read
   * @param brokenAt sequence number of the first entry that does not fit, 0 if all do
   * @param message one line for people
   */
  public record Check(boolean intact, long entries, long brokenAt, String message) {}

  private record Head(long seq, String hash) {}

  private AuditLog() {}

  /** Adds an entry in the caller's transaction; concurrent writers queue on the head row. */
  public static AuditEntry append(
      Handle h, Instant time, String actor, String action, String subject, String detail) {
    Instant at = time.truncatedTo(ChronoUnit.MICROS);
    Head head =
        h.createQuery("UPDATE audit_head SET seq = seq + 1 WHERE id = 1 RETURNING seq, hash")
            .map((row, c) -> new Head(row.getLong(1), row.getString(2)))
            .one();
    String hash = hash(head.seq(), at, actor, action, subject, detail, head.hash());
    h.execute(
        "INSERT INTO audit_log (seq, at, actor, action, subject, detail, previous_hash, hash)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        head.seq(),
        Micros.of(at),
        actor,
        action,
        subject,
        detail,
        head.hash(),
        hash);
    h.execute("UPDATE audit_head SET hash = ? WHERE id = 1", hash);
    return new AuditEntry(head.seq(), at, actor, action, subject, detail, head.hash(), hash);
  }

  /** Entries after {@code afterSeq} in order. */
  public static List<AuditEntry> list(Handle h, long afterSeq, int limit) {
    return select(h, "WHERE seq > :after ORDER BY seq LIMIT " + limit, afterSeq).toList();
  }

  /** The newest entries, newest first. */
  public static List<AuditEntry> newest(Handle h, int limit) {
    return select(h, "WHERE seq > :after ORDER BY seq DESC LIMIT " + limit, 0).toList();
  }

  /** Reads the whole chain and recomputes every hash. */
  public static Check verify(Handle h) {
    long expected = 1;
    String previous = START;
    try (Stream<AuditEntry> entries = select(h, "WHERE seq > :after ORDER BY seq", 0)) {
      for (AuditEntry e : (Iterable<AuditEntry>) entries::iterator) {
        if (e.seq() != expected
            || !e.previousHash().equals(previous)
            || !e.hash().equals(hash(e))) {
          return new Check(
              false, e.seq(), expected, "the audit log was changed at entry " + expected);
        }
        previous = e.hash();
        expected++;
      }
    }
    return checkEnd(h, expected - 1, previous);
  }

  private static Check checkEnd(Handle h, long entries, String last) {
    Head head =
        h.createQuery("SELECT seq, hash FROM audit_head WHERE id = 1")
            .map((row, c) -> new Head(row.getLong(1), row.getString(2)))
            .one();
    if (head.seq() != entries || !head.hash().equals(last)) {
      return new Check(
          false,
          entries,
          entries + 1,
          "entries after " + entries + " are missing from the audit log");
    }
    return new Check(true, entries, 0, "all " + entries + " entries fit together");
  }

  private static Stream<AuditEntry> select(Handle h, String rest, long after) {
    return h
        .createQuery("SELECT * FROM audit_log " + rest)
        .bind("after", after)
        .map(
            (row, c) ->
                new AuditEntry(
                    row.getLong("seq"),
                    Micros.instant(row.getLong("at")),
                    row.getString("actor"),
                    row.getString("action"),
                    row.getString("subject"),
                    row.getString("detail"),
                    row.getString("previous_hash"),
                    row.getString("hash")))
        .stream();
  }

  private static String hash(AuditEntry e) {
    return hash(e.seq(), e.at(), e.actor(), e.action(), e.subject(), e.detail(), e.previousHash());
  }

  private static String hash(
      long seq,
      Instant at,
      String actor,
      String action,
      String subject,
      String detail,
      String prev) {
    StringBuilder text = new StringBuilder();
    for (String part :
        List.of(Long.toString(seq), at.toString(), actor, action, subject, detail, prev)) {
      // Lengths keep the fields apart: ("ab","c") and ("a","bc") hash differently.
      text.append(part.length()).append(':').append(part);
    }
    return ContentDigest.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
