package dev.sluice.flink.sink;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A writer's rows in a checkpoint; version 1, in the words of {@link Forms}:
 *
 * <pre>
 * held = window, list of utf authorityHash, list of (i32 partition, i64 offset, bytes row)
 * </pre>
 */
final class HeldWindowSerializer implements SimpleVersionedSerializer<HeldWindow> {
  static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(HeldWindow window) throws IOException {
    return Wire.bytes(window, HeldWindowSerializer::put);
  }

  @Override
  public HeldWindow deserialize(int version, byte[] bytes) throws IOException {
    Wire.expectVersion(version, VERSION, "held window");
    return Wire.value(bytes, HeldWindowSerializer::take);
  }

  private static void put(DataOutputStream out, HeldWindow window) throws IOException {
    Forms.putWindow(out, window.key());
    Wire.putList(out, window.authorities(), DataOutputStream::writeUTF);
    Wire.putList(out, window.rows(), HeldWindowSerializer::putRow);
  }

  private static void putRow(DataOutputStream out, HeldRow row) throws IOException {
    out.writeInt(row.partition());
    out.writeLong(row.offset());
    Wire.putBytes(out, row.row());
  }

  private static HeldWindow take(DataInputStream in) throws IOException {
    HeldWindow window = new HeldWindow(Forms.takeWindow(in));
    Wire.takeList(in, Wire::takeText).forEach(window::addAuthority);
    Wire.takeList(in, i -> new HeldRow(i.readInt(), i.readLong(), Wire.takeBytes(i)))
        .forEach(window::add);
    return window;
  }
}
