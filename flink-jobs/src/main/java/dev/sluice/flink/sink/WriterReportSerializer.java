package dev.sluice.flink.sink;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Version 1, in the words of {@link Forms}:
 *
 * <pre>
 * report   = progress, list of staged
 * progress = i32 writer, i32 writers, i64 watermark, u8 flags (1 idle, 2 ended),
 *            list of range, map of utf service to outcomes, map of window to tally
 * </pre>
 */
public final class WriterReportSerializer implements SimpleVersionedSerializer<WriterReport> {
  static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(WriterReport report) throws IOException {
    return Wire.bytes(report, WriterReportSerializer::put);
  }

  @Override
  public WriterReport deserialize(int version, byte[] bytes) throws IOException {
    Wire.expectVersion(version, VERSION, "writer report");
    return Wire.value(bytes, WriterReportSerializer::take);
  }

  private static void put(DataOutputStream out, WriterReport report) throws IOException {
    Progress p = report.progress();
    out.writeInt(p.writer());
    out.writeInt(p.writers());
    out.writeLong(p.watermark());
    out.writeByte((p.idle() ? 1 : 0) | (p.ended() ? 2 : 0));
    Wire.putList(out, p.ranges(), Forms::putRange);
    Wire.putMap(out, p.services(), DataOutputStream::writeUTF, Forms::putOutcomes);
    Wire.putMap(out, p.windows(), Forms::putWindow, Forms::putTally);
    Wire.putList(out, report.parts(), Forms::putStaged);
  }

  private static WriterReport take(DataInputStream in) throws IOException {
    int writer = in.readInt();
    int writers = in.readInt();
    long watermark = in.readLong();
    int flags = in.readUnsignedByte();
    Progress progress =
        new Progress(
            writer,
            writers,
            watermark,
            (flags & 1) != 0,
            (flags & 2) != 0,
            Wire.takeList(in, Forms::takeRange),
            Wire.takeMap(in, Wire::takeText, Forms::takeOutcomes),
            Wire.takeMap(in, Forms::takeWindow, Forms::takeTally));
    return new WriterReport(progress, Wire.takeList(in, Forms::takeStaged));
  }
}
