package dev.sluice.dlp.walk;

import dev.sluice.dlp.walk.binary.ProtobufWalker;
import java.util.Optional;

/** Binary containers by their declared media types; never guessed from bytes. */
enum BinaryType {
  PROTOBUF,
  GRPC,
  GRPC_JSON,
  GRPC_WEB_TEXT,
  MSGPACK,
  CBOR;

  static Optional<BinaryType> of(MediaType type) {
    String name = type.name();
    boolean framed = name.startsWith("application/grpc") || name.startsWith("application/connect+");
    if (name.startsWith("application/grpc-web-text")) {
      return Optional.of(GRPC_WEB_TEXT);
    }
    if (framed) {
      return Optional.of(name.endsWith("+json") ? GRPC_JSON : GRPC);
    }
    if (name.endsWith("+json")) {
      return Optional.empty();
    }
    if (name.contains("protobuf") || name.endsWith("+proto") || name.endsWith("/proto")) {
      return Optional.of(PROTOBUF);
    }
    if (name.contains("msgpack") || name.contains("messagepack")) {
      return Optional.of(MSGPACK);
    }
    boolean cbor = name.endsWith("/cbor") || name.endsWith("+cbor") || name.contains("cbor-seq");
    return cbor ? Optional.of(CBOR) : Optional.empty();
  }

  /**
   * Whether bytes can be of this type. A text can be read as a message or as a row of small numbers
   * too; what is a text is read as one.
   */
  boolean mayBe(byte[] bytes) {
    if (!TextBytes.isPlainText(bytes)) {
      return true;
    }
    return switch (this) {
      case PROTOBUF -> ProtobufWalker.readsAsMessage(bytes);
      case CBOR -> (bytes[0] & 0xe0) == 0x60;
      default -> false;
    };
  }
}
