package dev.sluice.flink.sink;

import dev.sluice.flink.ledger.LedgerRange;
import dev.sluice.flink.ledger.Outcomes;
import dev.sluice.flink.sanitize.WindowKey;
import dev.sluice.model.PartInfo;
import dev.sluice.snapshot.store.StagedUpload;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Binary forms that several stored forms share, in the words of {@link Wire}:
 *
 * <pre>
 * window   = utf env, utf service, i64 startMillis, i64 lengthMillis
 * counts   = map of utf reason to i64
 * outcomes = i64 rows, counts quarantined, i64 filtered, i64 sampled, i64 late
 * tally    = counts quarantined, i64 filtered
 * range    = utf topic, i32 partition, i64 from, i64 to, i64 skipped, outcomes
 * upload   = bytes, as StagedUpload.toBytes
 * staged   = window, upload, i64 rows, instant minTs, instant maxTs
 * part     = utf key, i64 size, utf sha256, i64 rows, instant minTs, instant maxTs
 * </pre>
 */
final class Forms {
  private Forms() {}

  static void putWindow(DataOutputStream out, WindowKey w) throws IOException {
    out.writeUTF(w.env());
    out.writeUTF(w.service());
    out.writeLong(w.startMillis());
    out.writeLong(w.lengthMillis());
  }

  static WindowKey takeWindow(DataInputStream in) throws IOException {
    return new WindowKey(in.readUTF(), in.readUTF(), in.readLong(), in.readLong());
  }

  static void putOutcomes(DataOutputStream out, Outcomes o) throws IOException {
    out.writeLong(o.rows());
    Wire.putMap(out, o.quarantined(), DataOutputStream::writeUTF, DataOutputStream::writeLong);
    out.writeLong(o.filtered());
    out.writeLong(o.sampled());
    out.writeLong(o.late());
  }

  static Outcomes takeOutcomes(DataInputStream in) throws IOException {
    return new Outcomes(
        in.readLong(),
        Wire.takeMap(in, Wire::takeText, DataInputStream::readLong),
        in.readLong(),
        in.readLong(),
        in.readLong());
  }

  static void putTally(DataOutputStream out, WindowTally t) throws IOException {
    Wire.putMap(out, t.quarantined(), DataOutputStream::writeUTF, DataOutputStream::writeLong);
    out.writeLong(t.filtered());
  }

  static WindowTally takeTally(DataInputStream in) throws IOException {
    return new WindowTally(
        Wire.takeMap(in, Wire::takeText, DataInputStream::readLong), in.readLong());
  }

  static void putRange(DataOutputStream out, LedgerRange r) throws IOException {
    out.writeUTF(r.topic());
    out.writeInt(r.partition());
    out.writeLong(r.from());
    out.writeLong(r.to());
    out.writeLong(r.skipped());
    putOutcomes(out, r.outcomes());
  }

  static LedgerRange takeRange(DataInputStream in) throws IOException {
    return new LedgerRange(
        in.readUTF(), in.readInt(), in.readLong(), in.readLong(), in.readLong(), takeOutcomes(in));
  }

  static void putUpload(DataOutputStream out, StagedUpload upload) throws IOException {
    Wire.putBytes(out, upload.toBytes());
  }

  static StagedUpload takeUpload(DataInputStream in) throws IOException {
    return StagedUpload.fromBytes(Wire.takeBytes(in));
  }

  static void putStaged(DataOutputStream out, StagedPart p) throws IOException {
    putWindow(out, p.window());
    putUpload(out, p.upload());
    out.writeLong(p.rows());
    Wire.putInstant(out, p.minTs());
    Wire.putInstant(out, p.maxTs());
  }

  static StagedPart takeStaged(DataInputStream in) throws IOException {
    return new StagedPart(
        takeWindow(in), takeUpload(in), in.readLong(), Wire.takeInstant(in), Wire.takeInstant(in));
  }

  static void putPart(DataOutputStream out, PartInfo p) throws IOException {
    out.writeUTF(p.key());
    out.writeLong(p.sizeBytes());
    out.writeUTF(p.sha256());
    out.writeLong(p.rows());
    Wire.putInstant(out, p.minTs());
    Wire.putInstant(out, p.maxTs());
  }

  static PartInfo takePart(DataInputStream in) throws IOException {
    return new PartInfo(
        in.readUTF(),
        in.readLong(),
        in.readUTF(),
        in.readLong(),
        Wire.takeInstant(in),
        Wire.takeInstant(in));
  }
}
