package dev.sluice.dlp.walk;

import dev.sluice.dlp.walk.binary.GrpcFrames;
import dev.sluice.model.Header;
import dev.sluice.model.QuarantineReason;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What stands in gRPC frames: messages, compressed or not, and the trailers of gRPC-Web. */
final class GrpcContent implements GrpcFrames.Content {

  /** Rewrites one kind of content; the same array if nothing changes. */
  interface Reader {
    byte[] walk(byte[] bytes, Where where);
  }

  private final ValueWalker values;
  private final Unpacking unpacking;
  private final Reader messages;
  private final Reader json;
  private final Where where;

  GrpcContent(ValueWalker values, Unpacking unpacking, Reader messages, Reader json, Where where) {
    this.values = values;
    this.unpacking = unpacking;
    this.messages = messages;
    this.json = json;
    this.where = where;
  }

  @Override
  public byte[] message(byte[] message, boolean compressed) {
    return opened(message, compressed, messages);
  }

  @Override
  public byte[] trailers(byte[] lines, boolean compressed) {
    return opened(lines, compressed, (bytes, at) -> trailers(bytes));
  }

  @Override
  public byte[] end(byte[] end, boolean compressed) {
    return opened(end, compressed, json);
  }

  /** The codings of grpc-encoding by their marks: gzip, deflate (with a zlib head), zstd. */
  private byte[] opened(byte[] bytes, boolean compressed, Reader reader) {
    if (!compressed) {
      return reader.walk(bytes, where);
    }
    String coding =
        ContentCodings.marked(bytes)
            .or(() -> ContentCodings.isZlib(bytes) ? Optional.of("deflate") : Optional.empty())
            .orElseThrow(() -> new Stop(QuarantineReason.UNDECODABLE_BODY));
    byte[] decoded = unpacking.decode(coding, bytes);
    byte[] after = reader.walk(decoded, where);
    boolean same = after == decoded && ContentCodings.isExact(coding, bytes, decoded.length);
    return same ? bytes : ContentCodings.encode(coding, after, bytes);
  }

  private byte[] trailers(byte[] bytes) {
    HeaderWalker headers = new HeaderWalker(values);
    String lines = new String(bytes, StandardCharsets.UTF_8);
    StringBuilder out = new StringBuilder(lines.length());
    for (String line : lines.split("(?<=\n)")) {
      String content = line.stripTrailing();
      int colon = content.indexOf(':', 1);
      if (colon < 0) {
        out.append(values.value(content, dev.sluice.dlp.detect.ValueContext.text(), where));
      } else {
        String rest = content.substring(colon + 1);
        String value = rest.stripLeading();
        String gap = rest.substring(0, rest.length() - value.length());
        Header header = new Header(content.substring(0, colon), value);
        Header after = headers.walk(header, where.part() + ".trailer");
        out.append(after.name()).append(':').append(gap).append(after.value());
      }
      out.append(line, content.length(), line.length());
    }
    String after = out.toString();
    return after.equals(lines) ? bytes : after.getBytes(StandardCharsets.UTF_8);
  }
}
