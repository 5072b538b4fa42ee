package dev.sluice.dlp.walk;

import dev.sluice.dlp.walk.binary.BadBinary;
import dev.sluice.dlp.walk.binary.CborWalker;
import dev.sluice.dlp.walk.binary.GrpcFrames;
import dev.sluice.dlp.walk.binary.MsgPackWalker;
import dev.sluice.dlp.walk.binary.ProtobufWalker;
import dev.sluice.dlp.walk.binary.Scope;
import dev.sluice.dlp.walk.binary.Utf8;
import dev.sluice.dlp.walk.binary.WebText;
import dev.sluice.model.QuarantineReason;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bodies whose declared media type is a binary container that is read by its wire format. */
final class BinaryBodies {
  private static final MediaType JSON = MediaType.parse("application/json");

  private final ValueWalker values;
  private final BodyWalker bodies;
  private final BinaryValues binaries;

  BinaryBodies(ValueWalker values, BodyWalker bodies) {
    this.values = values;
    this.bodies = bodies;
    this.binaries = new BinaryValues(values, bodies);
  }

  /**
   * The body rewritten as what its type says it is; empty if it has no such type or is not of it.
   */
  Optional<byte[]> walk(byte[] bytes, MediaType type, Where where) {
    Optional<BinaryType> binary = BinaryType.of(type);
    if (binary.isEmpty() || bytes.length == 0) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(read(bytes, binary.get(), where));
    } catch (BadBinary e) {
      return switch (e.problem()) {
        case TOO_DEEP -> throw new Stop(QuarantineReason.TOO_DEEP);
        case UNKNOWN_CODING -> throw new Stop(QuarantineReason.UNDECODABLE_BODY);
        case MALFORMED -> Optional.empty();
      };
    }
  }

  /** Bytes of a metadata header whose name ends in {@code -bin}: a message, a text or neither. */
  byte[] metadata(byte[] bytes, Where where) {
    values.leaves().part(text(bytes), where);
    try {
      return ProtobufWalker.readsAsMessage(bytes)
          ? ProtobufWalker.walk(bytes, root(where), depth())
          : root(where).bytes(bytes);
    } catch (BadBinary e) {
      throw new Stop(QuarantineReason.TOO_DEEP);
    }
  }

  private byte @org.jspecify.annotations.Nullable [] read(
      byte[] bytes, BinaryType type, Where where) {
    if (type == BinaryType.GRPC_WEB_TEXT) {
      Optional<byte[]> frames = WebText.decode(bytes);
      if (frames.isEmpty()) {
        return null;
      }
      byte[] after = frames(frames.get(), BinaryType.GRPC, where);
      return after == frames.get() ? bytes : WebText.encode(after);
    }
    if (type == BinaryType.GRPC || type == BinaryType.GRPC_JSON) {
      return frames(bytes, type, where);
    }
    if (type.mayBe(bytes)) {
      values.leaves().part(text(bytes), where);
      return document(bytes, type, root(where));
    }
    return null;
  }

  private byte[] document(byte[] bytes, BinaryType type, Scope root) {
    return switch (type) {
      case MSGPACK -> MsgPackWalker.walk(bytes, root, depth());
      case CBOR -> CborWalker.walk(bytes, root, depth());
      default -> ProtobufWalker.walkAny(bytes, root, depth());
    };
  }

  private byte[] frames(byte[] bytes, BinaryType type, Where where) {
    return GrpcFrames.walk(
        bytes,
        new GrpcContent(
            values,
            bodies.unpacking(),
            (message, at) -> message(message, type, at),
            (json, at) -> bodies.bytes(json, JSON, at),
            where));
  }

  private byte[] message(byte[] bytes, BinaryType type, Where where) {
    if (type == BinaryType.GRPC_JSON) {
      return bodies.bytes(bytes, JSON, where);
    }
    values.leaves().part(text(bytes), where);
    return ProtobufWalker.walk(bytes, root(where), depth());
  }

  private Scope root(Where where) {
    return new ValueScope(values, binaries, Names.NONE, where.plus(":$"), 0);
  }

  private int depth() {
    return values.limits().maxDepth();
  }

  /** The bytes as a reader without any knowledge of formats sees them. */
  private static String text(byte[] bytes) {
    return Utf8.decode(bytes).orElseGet(() -> new String(bytes, StandardCharsets.UTF_8));
  }
}
