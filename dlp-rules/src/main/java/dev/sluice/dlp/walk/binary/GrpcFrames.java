package dev.sluice.dlp.walk.binary;

/**
 * The length-prefixed messages of gRPC, gRPC-Web and Connect streams: one byte of flags, four of
 * length, then the message.
 */
public final class GrpcFrames {
  private static final int PREFIX = 5;
  private static final int COMPRESSED = 0x01;
  private static final int CONNECT_END = 0x02;
  private static final int TRAILERS = 0x80;

  private GrpcFrames() {}

  /** What becomes of the content of frames; the same array if nothing changes. */
  public interface Content {
    byte[] message(byte[] message, boolean compressed);

    /** The header lines in the last frame of gRPC-Web. */
    byte[] trailers(byte[] lines, boolean compressed);

    /** The JSON in the last frame of a Connect stream. */
    byte[] end(byte[] json, boolean compressed);
  }

  /** The rewritten frames with their lengths; the same array if nothing changed. */
  public static byte[] walk(byte[] bytes, Content content) {
    ByteCursor in = new ByteCursor(bytes);
    Splice out = new Splice(bytes);
    while (!in.atEnd()) {
      int start = in.pos();
      int flags = in.next();
      byte[] before = in.take(in.unsigned(PREFIX - 1));
      byte[] after = before.length == 0 ? before : content(content, flags, before);
      if (after != before) {
        out.replace(start, in.pos(), Numbers.headed(flags, after.length, PREFIX - 1), after);
      }
    }
    return out.result();
  }

  private static byte[] content(Content content, int flags, byte[] bytes) {
    boolean compressed = (flags & COMPRESSED) != 0;
    return switch (flags & ~COMPRESSED) {
      case 0 -> content.message(bytes, compressed);
      case TRAILERS -> content.trailers(bytes, compressed);
      case CONNECT_END -> content.end(bytes, compressed);
      default -> throw BadBinary.malformed();
    };
  }
}
