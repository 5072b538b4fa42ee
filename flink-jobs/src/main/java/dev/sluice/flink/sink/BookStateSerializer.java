package dev.sluice.flink.sink;

import dev.sluice.flink.ledger.Restore;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The aggregator's state; version 2, in the words of {@link Forms}; version 1 has no restore:
 *
 * <pre>
 * book = utf incarnation, list of restore (none or one), i64 checkpoint, i64 progress,
 *        i32 writers, list of i32 endedWriter, map of i32 partition to i64 nextOffset,
 *        map of window to open
 * restore = utf name, utf parent, i64 checkpoint
 * open = list of part, i32 sealedParts, i32 revision, tally
 * </pre>
 */
final class BookStateSerializer implements SimpleVersionedSerializer<BookState> {
  static final int VERSION = 2;
  private static final int WITHOUT_RESTORES = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(BookState state) throws IOException {
    return Wire.bytes(state, BookStateSerializer::put);
  }

  @Override
  public BookState deserialize(int version, byte[] bytes) throws IOException {
    if (version == WITHOUT_RESTORES) {
      return Wire.value(bytes, in -> take(in, false));
    }
    Wire.expectVersion(version, VERSION, "sealing state");
    return Wire.value(bytes, in -> take(in, true));
  }

  private static void put(DataOutputStream out, BookState state) throws IOException {
    out.writeUTF(state.incarnation());
    Wire.putList(out, state.restore().stream().toList(), BookStateSerializer::putRestore);
    out.writeLong(state.checkpoint());
    out.writeLong(state.progress());
    out.writeInt(state.writers().count());
    Wire.putList(out, state.writers().ended(), DataOutputStream::writeInt);
    Wire.putMap(out, state.positions(), DataOutputStream::writeInt, DataOutputStream::writeLong);
    Wire.putMap(out, state.windows(), Forms::putWindow, BookStateSerializer::putOpen);
  }

  private static BookState take(DataInputStream in, boolean withRestores) throws IOException {
    String incarnation = in.readUTF();
    Optional<Restore> restore =
        withRestores
            ? Wire.takeList(in, BookStateSerializer::takeRestore).stream().findFirst()
            : Optional.empty();
    long checkpoint = in.readLong();
    long progress = in.readLong();
    int writers = in.readInt();
    return new BookState(
        incarnation,
        restore,
        checkpoint,
        progress,
        new Writers(writers, Wire.takeList(in, DataInputStream::readInt)),
        Wire.takeMap(in, DataInputStream::readInt, DataInputStream::readLong),
        Wire.takeMap(in, Forms::takeWindow, BookStateSerializer::takeOpen));
  }

  private static void putRestore(DataOutputStream out, Restore restore) throws IOException {
    out.writeUTF(restore.name());
    out.writeUTF(restore.parent());
    out.writeLong(restore.checkpoint());
  }

  private static Restore takeRestore(DataInputStream in) throws IOException {
    return new Restore(in.readUTF(), in.readUTF(), in.readLong());
  }

  private static void putOpen(DataOutputStream out, OpenWindow window) throws IOException {
    Wire.putList(out, window.parts(), Forms::putPart);
    out.writeInt(window.sealedParts());
    out.writeInt(window.revision());
    Forms.putTally(out, window.leftOut());
  }

  private static OpenWindow takeOpen(DataInputStream in) throws IOException {
    return new OpenWindow(
        Wire.takeList(in, Forms::takePart), in.readInt(), in.readInt(), Forms.takeTally(in));
  }
}
