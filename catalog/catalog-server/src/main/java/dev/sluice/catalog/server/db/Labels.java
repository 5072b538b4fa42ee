package dev.sluice.catalog.server.db;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Names people give to snapshots, such as {@code golden}. */
public final class Labels {
  private Labels() {}

  /** False when the snapshot already has it. */
  public static boolean add(Handle h, String id, String label) {
    return h.execute(
            "INSERT INTO snapshot_labels (snapshot_id, label) VALUES (?, ?)"
                + " ON CONFLICT (snapshot_id, label) DO NOTHING",
            id,
            label)
        == 1;
  }

  /** False when the snapshot does not have it. */
  public static boolean remove(Handle h, String id, String label) {
    return h.execute("DELETE FROM snapshot_labels WHERE snapshot_id = ? AND label = ?", id, label)
        == 1;
  }

  /** Environments in which a service has snapshots, sorted. */
  public static List<String> environments(Handle h, String service) {
    return h.createQuery("SELECT DISTINCT env FROM snapshots WHERE service = :s ORDER BY env")
        .bind("s", service)
        .mapTo(String.class)
        .list();
  }
}
