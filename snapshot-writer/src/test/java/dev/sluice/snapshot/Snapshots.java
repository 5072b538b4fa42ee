package dev.sluice.snapshot;

import dev.sluice.model.PartInfo;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.SnapshotId;
import dev.sluice.snapshot.manifest.ManifestBuilder;
import dev.sluice.snapshot.manifest.ManifestStore;
import dev.sluice.snapshot.manifest.SealInput;
import dev.sluice.snapshot.part.PartEncoder;
import dev.sluice.snapshot.part.PartFile;
import dev.sluice.snapshot.part.PartMeta;
import dev.sluice.snapshot.store.ObjectStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sealed snapshots of {@link Samples} for tests of the reading side. */
public final class Snapshots {
  public static final SnapshotId ID =
      new SnapshotId("checkout", "prod", Samples.START, Duration.ofMinutes(5), Optional.empty(), 1);

  private Snapshots() {}

  /** Seals the parts and gives the manifest's key. */
  public static String seal(ObjectStore store, List<List<SanitizedExchange>> parts) {
    return seal(store, parts, PartMeta.NONE);
  }

  /** The same with more in the footers. */
  public static String seal(ObjectStore store, List<List<SanitizedExchange>> parts, PartMeta meta) {
    List<PartInfo> infos = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      PartFile file = PartEncoder.encode(Samples.rows(parts.get(i)), meta);
      String key = ID.prefix() + "part-" + i + ".parquet";
      store.put(key, file.bytes(), ObjectStore.PARQUET);
      infos.add(file.info(key));
    }
    SealInput input = new SealInput(ID, infos, Samples.PROVENANCE);
    return new ManifestStore(store).publish(ManifestBuilder.seal(input, store)).manifestKey();
  }
}
