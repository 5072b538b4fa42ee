package dev.sluice.capture.imports;

import dev.sluice.capture.Fidelity;
import dev.sluice.model.Body;
import dev.sluice.model.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One half of an exchange while it is put together: headers and body are made to agree. */
final class MessageDraft {
  final List<Header> headers = new ArrayList<>();
  final List<Header> trailers = new ArrayList<>();
  byte[] bytes = new byte[0];
  boolean truncated;

  /** The tool undid content codings before it stored the body. */
  boolean mayBeDecoded;

  Optional<String> header(String name) {
    return headers.stream().filter(h -> h.is(name)).map(Header::value).findFirst();
  }

  void removeHeaders(Predicate<Header> which) {
    headers.removeIf(which);
  }

  void setHeader(String name, String value) {
    headers.removeIf(h -> h.is(name));
    headers.add(new Header(name, value));
  }

  /** The body; the headers are corrected where they no longer fit it. */
  Body body(Set<String> notes, boolean bodiless) {
    if (mayBeDecoded && bytes.length > 0 && isDecoded()) {
      removeHeaders(h -> h.is("content-encoding"));
      notes.add(Fidelity.BODY_DECODED);
    }
    if (truncated) {
      notes.add(Fidelity.BODY_TRUNCATED);
      return Body.truncated(bytes);
    }
    if (!bodiless || bytes.length > 0) {
      adjustLength(notes);
    }
    return Body.of(bytes);
  }

  private boolean isDecoded() {
    Optional<String> coding =
        header("content-encoding").map(c -> c.strip().toLowerCase(Locale.ROOT));
    return coding.isPresent()
        && switch (coding.get()) {
          case "gzip", "x-gzip" -> !startsWith(0x1f, 0x8b);
          case "zstd" -> !startsWith(0x28, 0xb5, 0x2f, 0xfd);
          case "", "identity" -> false;
          default -> true;
        };
  }

  private void adjustLength(Set<String> notes) {
    Optional<String> stated = header("content-length");
    String actual = Integer.toString(bytes.length);
    if (stated.isEmpty() || stated.get().strip().equals(actual)) {
      return;
    }
    replaceInPlace("content-length", actual);
    notes.add(Fidelity.CONTENT_LENGTH_ADJUSTED);
  }

  private void replaceInPlace(String name, String value) {
    headers.replaceAll(h -> h.is(name) ? new Header(h.name(), value) : h);
  }

  private boolean startsWith(int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
