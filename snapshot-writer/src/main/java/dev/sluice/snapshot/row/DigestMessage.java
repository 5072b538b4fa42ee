package dev.sluice.snapshot.row;

import dev.sluice.model.Body;
import dev.sluice.model.Header;
import java.util.List;
import java.util.Optional;

/**
 * A message as the digest sees it: the bytes a compressor happened to produce are not content, what
 * they decode to is.
 */
final class DigestMessage {
  private DigestMessage() {}

  static void write(RowOut out, List<Header> headers, Body body) {
    Optional<ContentCoding.Decoded> decoded = ContentCoding.decode(headers, body);
    if (decoded.isEmpty()) {
      RowCodec.writeHeaders(out, headers);
      RowCodec.writeBody(out, body);
      return;
    }
    RowCodec.writeHeaders(
        out, headers.stream().filter(header -> !header.is("content-length")).toList());
    out.u8(2);
    out.text(decoded.get().codings());
    out.bytes(decoded.get().bytes());
  }
}
