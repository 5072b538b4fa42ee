package dev.sluice.snapshot.store;

import dev.sluice.model.SluiceException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An upload whose bytes are at the store but not yet visible.
 *
 * <p>{@link #toBytes} is {@code u8 version (1), utf key, utf uploadId, i64 size, utf sha256, i32 n,
 * n × utf etag}, with {@code utf} as in {@link DataOutputStream#writeUTF}.
 *
 * @param key where it will stand
 * @param uploadId the store's name of the upload
 * @param etags of its pieces, in order
 * @param size in bytes
 * @param sha256 {@code sha256:<hex>} of the whole
 */
public record StagedUpload(
    String key, String uploadId, List<String> etags, long size, String sha256)
    implements Serializable {
  private static final int VERSION = 1;

  public StagedUpload {
    etags = List.copyOf(etags);
  }

  /** The versioned binary form for checkpoints. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeUTF(key);
      out.writeUTF(uploadId);
      out.writeLong(size);
      out.writeUTF(sha256);
      out.writeInt(etags.size());
      for (String etag : etags) {
        out.writeUTF(etag);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads {@link #toBytes()}. */
  public static StagedUpload fromBytes(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readUnsignedByte();
      if (version != VERSION) {
        throw new SluiceException("staged upload of unknown version " + version);
      }
      String key = in.readUTF();
      String uploadId = in.readUTF();
      long size = in.readLong();
      String sha256 = in.readUTF();
      int n = in.readInt();
      List<String> etags = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        etags.add(in.readUTF());
      }
      return new StagedUpload(key, uploadId, etags, size, sha256);
    } catch (IOException e) {
      throw new SluiceException("a staged upload's bytes are incomplete");
    }
  }
}
