package dev.sluice.flink.quarantine;

import dev.sluice.model.SluiceException;
import dev.sluice.model.SluiceJson;
import dev.sluice.snapshot.store.ObjectStore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Who looked at or moved held records, when and why: {@code
 * _audit/quarantine/<yyyy>/<mm>/<dd>/<time>-<random>.json}, each written once, before the deed.
 */
public final class Audit {
  /** First folder of all entries. */
  public static final String PREFIX = "_audit/quarantine/";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy/MM/dd/HHmmss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int LONGEST = 500;

  private Audit() {}

  /**
   * One deed.
   *
   * @param action {@code show}, {@code retry}, {@code retry-late}, {@code resolve} or {@code
   *     approve}
   * @param by who, as that person says
   * @param user the operating system's name for who
   * @param records {@code topic/partition/offset} of each
   */
  public record Entry(
      Instant at, String action, String by, String user, String purpose, List<String> records) {
    public Entry {
      records = List.copyOf(records);
    }
  }

  /** Writes an entry; what cannot be written down must not be done. */
  public static String write(
      ObjectStore store, String action, String by, String purpose, List<String> records) {
    if (purpose.isBlank() || by.isBlank()) {
      throw new SluiceException("say who you are and what for: --by NAME and --purpose TEXT");
    }
    if (purpose.length() > LONGEST || by.length() > LONGEST) {
      throw new SluiceException("name and purpose may have " + LONGEST + " characters");
    }
    Instant now = Instant.now();
    Entry entry = new Entry(now, action, by, System.getProperty("user.name", ""), purpose, records);
    String key = PREFIX + STAMP.format(now) + "-" + UUID.randomUUID() + ".json";
    if (!store.putIfAbsent(key, SluiceJson.bytes(entry), ObjectStore.JSON)) {
      throw new SluiceException("the audit entry could not be written; nothing was done");
    }
    return key;
  }
}
