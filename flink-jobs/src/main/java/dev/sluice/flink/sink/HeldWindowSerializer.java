package dev.sluice.flink.sink;

import dev.sluice.model.PolicyTerms;
import dev.sluice.model.SluiceJson;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A writer's rows in a checkpoint; version 2, in the words of {@link Forms}; version 1 had no
 * terms:
 *
 * <pre>
 * held = window, list of utf authorityHash, list of (i32 partition, i64 offset, bytes row),
 *        list of bytes terms (JSON)
 * </pre>
 */
final class HeldWindowSerializer implements SimpleVersionedSerializer<HeldWindow> {
  static final int VERSION = 2;

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
    if (version == 1) {
      return Wire.value(bytes, HeldWindowSerializer::takeWithoutTerms);
    }
    Wire.expectVersion(version, VERSION, "held window");
    return Wire.value(bytes, HeldWindowSerializer::take);
  }

  private static void put(DataOutputStream out, HeldWindow window) throws IOException {
    Forms.putWindow(out, window.key());
    Wire.putList(out, window.authorities(), DataOutputStream::writeUTF);
    Wire.putList(out, window.rows(), HeldWindowSerializer::putRow);
    Wire.putList(out, window.terms(), (o, terms) -> Wire.putBytes(o, SluiceJson.bytes(terms)));
  }

  private static void putRow(DataOutputStream out, HeldRow row) throws IOException {
    out.writeInt(row.partition());
    out.writeLong(row.offset());
    Wire.putBytes(out, row.row());
  }

  private static HeldWindow take(DataInputStream in) throws IOException {
    HeldWindow window = takeWithoutTerms(in);
    Wire.takeList(in, i -> SluiceJson.read(Wire.takeBytes(i), PolicyTerms.class))
        .forEach(window::addTerms);
    return window;
  }

  private static HeldWindow takeWithoutTerms(DataInputStream in) throws IOException {
    HeldWindow window = new HeldWindow(Forms.takeWindow(in));
    Wire.takeList(in, Wire::takeText).forEach(window::addAuthority);
    Wire.takeList(in, i -> new HeldRow(i.readInt(), i.readLong(), Wire.takeBytes(i)))
        .forEach(window::add);
    return window;
  }
}
