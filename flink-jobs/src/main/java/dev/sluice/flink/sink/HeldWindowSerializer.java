package dev.sluice.flink.sink;

import dev.sluice.model.PolicyTerms;
import dev.sluice.model.SluiceJson;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A writer's rows in a checkpoint; version 3, {@link PackedState} that holds, in the words of
 * {@link Forms}:
 *
 * <pre>
 * held = window, list of utf authorityHash, list of (i32 partition, i64 offset, bytes row),
 *        list of bytes terms (JSON)
 * </pre>
 *
 * Flink holds what a checkpoint keeps in memory, twice while it is written: rows as they are would
 * take three times their size. Version 2 was the same without the frame; version 1 had no terms.
 */
final class HeldWindowSerializer implements SimpleVersionedSerializer<HeldWindow> {
  static final int VERSION = 3;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(HeldWindow window) throws IOException {
    return PackedState.pack(Wire.bytes(window, HeldWindowSerializer::put));
  }

  @Override
  public HeldWindow deserialize(int version, byte[] bytes) throws IOException {
    if (version == 1) {
      return Wire.value(bytes, HeldWindowSerializer::takeWithoutTerms);
    }
    if (version == 2) {
      return Wire.value(bytes, HeldWindowSerializer::take);
    }
    Wire.expectVersion(version, VERSION, "held window");
    return Wire.value(PackedState.unpack(bytes), HeldWindowSerializer::take);
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
