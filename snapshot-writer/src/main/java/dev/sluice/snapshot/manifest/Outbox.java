package dev.sluice.snapshot.manifest;

import dev.sluice.model.SluiceException;
import dev.sluice.model.SluiceJson;
import dev.sluice.model.SnapshotId;
import dev.sluice.model.catalog.RegisterRequest;
import dev.sluice.snapshot.store.ObjectStat;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Announcements of sealed manifests that the catalog polls: {@code
 * _outbox/<yyyy>/<mm>/<dd>/<snapshot-id>.json}, by the window's day. Thread-safe.
 */
public final class Outbox {
  /** First folder of all announcements. */
  public static final String PREFIX = "_outbox/";

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final Pattern MANIFEST_KEY =
      Pattern.compile("[^/]+/[^/]+/(?<day>\\d{4}/\\d{2}/\\d{2})/(?<id>[^/]+)/manifest\\.json");

  private Outbox() {}

  /** One announcement and where it stands. */
  public record Entry(String key, RegisterRequest request) {}

  /** Announces a manifest; again is harmless. */
  public static void announce(ObjectStore store, String manifestKey, String manifestDigest) {
    store.put(
        keyOf(manifestKey),
        SluiceJson.bytes(new RegisterRequest(manifestKey, manifestDigest)),
        ObjectStore.JSON);
  }

  /**
   * What is announced, oldest window day first; what another reader removes meanwhile is left out.
   */
  public static List<Entry> list(ObjectStore store) {
    List<Entry> entries = new ArrayList<>();
    for (ObjectStat found : store.list(PREFIX)) {
      read(store, found.key()).ifPresent(entries::add);
    }
    return entries;
  }

  /** Takes an announcement away once the catalog has it. */
  public static void remove(ObjectStore store, Entry entry) {
    store.delete(entry.key());
  }

  private static Optional<Entry> read(ObjectStore store, String key) {
    try {
      return Optional.of(new Entry(key, SluiceJson.read(store.get(key), RegisterRequest.class)));
    } catch (StoreException e) {
      if (e.kind() == StoreException.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    } catch (SluiceException e) {
      // One damaged object must not keep every other snapshot out of the catalog.
      LOG.warn("ignoring the announcement {}: {}", key, e.getMessage());
      return Optional.empty();
    }
  }

  private static String keyOf(String manifestKey) {
    Matcher matcher = MANIFEST_KEY.matcher(manifestKey);
    if (!matcher.matches() || !SnapshotId.isWellFormed(matcher.group("id"))) {
      throw new SluiceException("not the key of a manifest: " + manifestKey);
    }
    return PREFIX + matcher.group("day") + "/" + matcher.group("id") + ".json";
  }
}
