package dev.sluice.dlp.eval.containers;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Binary forms: strings only, and a small number behind them. */
final class BinaryForms {
  private static final int QUANTITY = 2;

  private BinaryForms() {}

  /** Protocol Buffers, wire types LEN and VARINT. */
  record Protobuf() implements BodyContainer.Form {
    @Override
    public byte[] write(List<Field> fields) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (int i = 0; i < fields.size(); i++) {
        byte[] value = Texts.bytes(fields.get(i).value());
        varint(out, (i + 1) << 3 | 2);
        varint(out, value.length);
        out.writeBytes(value);
      }
      varint(out, (fields.size() + 1) << 3);
      varint(out, QUANTITY);
      return out.toByteArray();
    }

    @Override
    public List<String> read(byte[] body) {
      List<String> values = new ArrayList<>();
      ByteBuffer in = ByteBuffer.wrap(body);
      while (in.hasRemaining()) {
        int tag = varint(in);
        values.add((tag & 7) == 2 ? string(in, varint(in)) : Integer.toString(varint(in)));
      }
      return values;
    }

    private static void varint(ByteArrayOutputStream out, int number) {
      int rest = number;
      for (; rest > 0x7f; rest >>>= 7) {
        out.write(rest & 0x7f | 0x80);
      }
      out.write(rest);
    }

    private static int varint(ByteBuffer in) {
      int number = 0;
      for (int shift = 0; ; shift += 7) {
        int b = in.get();
        number |= (b & 0x7f) << shift;
        if (b >= 0) {
          return number;
        }
      }
    }
  }

  /** One length-prefixed message, as gRPC over HTTP/2 frames it. */
  record Grpc() implements BodyContainer.Form {
    @Override
    public byte[] write(List<Field> fields) {
      byte[] message = new Protobuf().write(fields);
      return ByteBuffer.allocate(message.length + 5)
          .put((byte) 0)
          .putInt(message.length)
          .put(message)
          .array();
    }

    @Override
    public List<String> read(byte[] body) {
      ByteBuffer in = ByteBuffer.wrap(body);
      in.get();
      byte[] message = new byte[in.getInt()];
      in.get(message);
      return new Protobuf().read(message);
    }
  }

  /** MessagePack: a map of strings. */
  record MessagePack() implements BodyContainer.Form {
    @Override
    public byte[] write(List<Field> fields) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(0x80 | fields.size() + 1);
      for (Field f : fields) {
        string(out, f.name());
        string(out, f.value());
      }
      string(out, "quantity");
      out.write(QUANTITY);
      return out.toByteArray();
    }

    private static void string(ByteArrayOutputStream out, String text) {
      byte[] bytes = Texts.bytes(text);
      if (bytes.length < 32) {
        out.write(0xa0 | bytes.length);
      } else {
        out.write(0xda);
        out.write(bytes.length >>> 8);
        out.write(bytes.length);
      }
      out.writeBytes(bytes);
    }

    @Override
    public List<String> read(byte[] body) {
      ByteBuffer in = ByteBuffer.wrap(body);
      int entries = in.get() & 0x0f;
      List<String> values = new ArrayList<>();
      for (int i = 0; i < entries; i++) {
        item(in);
        values.add(item(in));
      }
      return values;
    }

    private static String item(ByteBuffer in) {
      int head = in.get() & 0xff;
      if (head < 0x80) {
        return Integer.toString(head);
      }
      return switch (head) {
        case 0xd9 -> BinaryForms.string(in, in.get() & 0xff);
        case 0xda -> BinaryForms.string(in, in.getShort() & 0xffff);
        default -> BinaryForms.string(in, head & 0x1f);
      };
    }
  }

  /** CBOR (RFC 8949): a map of text strings. */
  record Cbor() implements BodyContainer.Form {
    @Override
    public byte[] write(List<Field> fields) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      head(out, 5, fields.size() + 1);
      for (Field f : fields) {
        string(out, f.name());
        string(out, f.value());
      }
      string(out, "quantity");
      out.write(QUANTITY);
      return out.toByteArray();
    }

    private static void string(ByteArrayOutputStream out, String text) {
      byte[] bytes = Texts.bytes(text);
      head(out, 3, bytes.length);
      out.writeBytes(bytes);
    }

    private static void head(ByteArrayOutputStream out, int major, int count) {
      if (count < 24) {
        out.write(major << 5 | count);
      } else if (count < 256) {
        out.write(major << 5 | 24);
        out.write(count);
      } else {
        out.write(major << 5 | 25);
        out.write(count >>> 8);
        out.write(count);
      }
    }

    @Override
    public List<String> read(byte[] body) {
      ByteBuffer in = ByteBuffer.wrap(body);
      int entries = in.get() & 0x1f;
      List<String> values = new ArrayList<>();
      for (int i = 0; i < entries; i++) {
        item(in);
        values.add(item(in));
      }
      return values;
    }

    private static String item(ByteBuffer in) {
      int head = in.get() & 0xff;
      int low = head & 0x1f;
      int count = low == 24 ? in.get() & 0xff : low == 25 ? in.getShort() & 0xffff : low;
      return head >>> 5 == 0 ? Integer.toString(count) : BinaryForms.string(in, count);
    }
  }

  private static String string(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return Texts.text(bytes);
  }
}
