package dev.sluice.flink.sink;

import dev.sluice.model.Provenance;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Version 1, in the words of {@link Forms}:
 *
 * <pre>
 * commit     = i64 checkpoint, list of upload, list of seal, provenance, utf ledgerKey, bytes ledger
 * seal       = window, i32 revision, list of part, tally
 * provenance = utf engineVersion, utf profile, utf policyDigest,
 *              map of utf pack to utf digest, utf keyId
 * </pre>
 */
public final class CheckpointCommitSerializer
    implements SimpleVersionedSerializer<CheckpointCommit> {
  static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(CheckpointCommit commit) throws IOException {
    return Wire.bytes(commit, CheckpointCommitSerializer::put);
  }

  @Override
  public CheckpointCommit deserialize(int version, byte[] bytes) throws IOException {
    Wire.expectVersion(version, VERSION, "checkpoint commit");
    return Wire.value(bytes, CheckpointCommitSerializer::take);
  }

  private static void put(DataOutputStream out, CheckpointCommit commit) throws IOException {
    out.writeLong(commit.checkpoint());
    Wire.putList(out, commit.uploads(), Forms::putUpload);
    Wire.putList(out, commit.seals(), CheckpointCommitSerializer::putSeal);
    putProvenance(out, commit.provenance());
    out.writeUTF(commit.ledgerKey());
    Wire.putBytes(out, commit.ledger());
  }

  private static CheckpointCommit take(DataInputStream in) throws IOException {
    return new CheckpointCommit(
        in.readLong(),
        Wire.takeList(in, Forms::takeUpload),
        Wire.takeList(in, CheckpointCommitSerializer::takeSeal),
        takeProvenance(in),
        in.readUTF(),
        Wire.takeBytes(in));
  }

  private static void putSeal(DataOutputStream out, Seal seal) throws IOException {
    Forms.putWindow(out, seal.window());
    out.writeInt(seal.revision());
    Wire.putList(out, seal.parts(), Forms::putPart);
    Forms.putTally(out, seal.leftOut());
  }

  private static Seal takeSeal(DataInputStream in) throws IOException {
    return new Seal(
        Forms.takeWindow(in),
        in.readInt(),
        Wire.takeList(in, Forms::takePart),
        Forms.takeTally(in));
  }

  private static void putProvenance(DataOutputStream out, Provenance p) throws IOException {
    out.writeUTF(p.engineVersion());
    out.writeUTF(p.profile());
    out.writeUTF(p.policyDigest());
    Wire.putMap(out, p.rulePackDigests(), DataOutputStream::writeUTF, DataOutputStream::writeUTF);
    out.writeUTF(p.keyId());
  }

  private static Provenance takeProvenance(DataInputStream in) throws IOException {
    return new Provenance(
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        Wire.takeMap(in, Wire::takeText, Wire::takeText),
        in.readUTF());
  }
}
