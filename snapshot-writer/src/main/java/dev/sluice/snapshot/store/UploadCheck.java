package dev.sluice.snapshot.store;

import java.util.Optional;

/** Decides what an upload that the store no longer knows has become. */
final class UploadCheck {
  private UploadCheck() {}

  /** Returns if the object is what the upload would have made; fails otherwise. */
  static void requireDone(StagedUpload upload, Optional<ObjectStat> found) {
    boolean done =
        found
            .filter(stat -> stat.size() == upload.size())
            .flatMap(ObjectStat::sha256)
            .filter(upload.sha256()::equals)
            .isPresent();
    if (!done) {
      throw new StoreException(
          StoreException.Kind.LOST_UPLOAD,
          "the upload of "
              + upload.key()
              + " is gone and "
              + (found.isPresent() ? "another object stands at its key" : "no object is there")
              + "; check the bucket's lifecycle rules for unfinished uploads");
    }
  }
}
