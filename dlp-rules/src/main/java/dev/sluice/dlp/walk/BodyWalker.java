package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.model.Body;
import dev.sluice.model.QuarantineReason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens a body's codings, finds out what it really is, rewrites it, and closes the codings again.
 */
final class BodyWalker {
  private final ValueWalker values;
  private final TextBodies texts;
  private final MultipartWalker multiparts;
  private final BinaryBodies binaries;
  private final Unpacking unpacking;

  BodyWalker(ValueWalker values) {
    this.values = values;
    this.texts = new TextBodies(values);
    this.multiparts = new MultipartWalker(values, this);
    this.binaries = new BinaryBodies(values, this);
    this.unpacking = new Unpacking(values.limits().maxBodyBytes());
  }

  /**
   * A body as it should stand in the output.
   *
   * @param coding the Content-Encoding it now has; empty for none
   */
  record Result(Body body, String coding) {}

  Result walk(Body body, String contentEncoding, MediaType type, Where where) {
    if (body.isEmpty() && !body.isTruncated()) {
      return new Result(body, contentEncoding);
    }
    Optional<Chunks> chunks = body.isTruncated() ? Optional.empty() : Chunks.parse(body.bytes());
    if (chunks.isPresent()) {
      return chunked(body, chunks.get(), contentEncoding, type, where);
    }
    List<String> codings = ContentCodings.parse(contentEncoding);
    boolean plain = codings.isEmpty() || isAlreadyPlain(codings, body.bytes());
    if (body.isTruncated() || (!plain && !codings.stream().allMatch(ContentCodings::isKnown))) {
      Body placeholder = Placeholders.of(type);
      return result(body, values.leaves().unreadable(body, placeholder, where), contentEncoding);
    }
    if (plain) {
      if (!codings.isEmpty()) {
        values.leaves().note(where.part() + ":content-encoding-mismatch");
      }
      limit(body.size());
      byte[] after = bytes(body.bytes(), type, where);
      return new Result(
          after == body.bytes() ? body : Body.of(after), plainCoding(codings, contentEncoding));
    }
    return coded(body, codings, type, where, contentEncoding);
  }

  private Result chunked(
      Body body, Chunks chunks, String contentEncoding, MediaType type, Where where) {
    Body content = Body.of(chunks.content());
    Result inner = walk(content, contentEncoding, type, where);
    // Extensions and trailers mean nothing to a reader who does not know them, so they go.
    boolean same = chunks.bare() && inner.body().equals(content);
    return new Result(same ? body : Body.of(chunks.encode(inner.body().bytes())), inner.coding());
  }

  /** Rewrites decoded bytes; the same array if nothing changed. */
  byte[] bytes(byte[] bytes, MediaType type, Where where) {
    return bytes(bytes, type, where, 0);
  }

  private byte[] bytes(byte[] bytes, MediaType type, Where where, int nesting) {
    if (bytes.length == 0) {
      return bytes;
    }
    if (type.isMultipart()) {
      return multiparts.walk(bytes, type, where);
    }
    if (type.isOpaque()) {
      return placeholder(bytes, type, where);
    }
    Optional<byte[]> binary = binaries.walk(bytes, type, where);
    if (binary.isPresent()) {
      return binary.get();
    }
    Charset charset = TextBytes.charset(bytes, type.charset());
    JsonSkim.Outcome skim = skim(bytes, charset, type);
    if (skim != null && skim.isClean()) {
      return bytes;
    }
    if (skim != null && skim.marks().isPresent()) {
      return JsonSplice.walk(values, bytes, skim.marks().get(), where.plus(":").plus("$"));
    }
    Optional<String> text = TextBytes.decode(bytes, charset);
    if (text.isEmpty() || !isReadable(bytes, charset)) {
      return undecodable(bytes, type, where, nesting);
    }
    @Nullable BitSet marked = skim == null ? null : skim.marked();
    String after = texts.walk(text.get(), type, marked, where);
    return after.equals(text.get()) ? bytes : after.getBytes(charset);
  }

  /** Which values of a JSON body need a look; null if all do, or the body is something else. */
  private JsonSkim.@Nullable Outcome skim(byte[] bytes, Charset charset, MediaType type) {
    Skims skims = values.leaves().skims();
    if (skims == null
        || type.isEventStream()
        || !charset.equals(StandardCharsets.UTF_8)
        || values.limits().maxDepth() < JsonSkim.DEEPEST
        || !values.leaves().maySkim(bytes)) {
      return null;
    }
    JsonSkim.Outcome skim = skims.of(bytes).orElse(null);
    if (skim != null) {
      values.leaves().skimmed(skim.scalars() - skim.marked().cardinality());
    }
    return skim;
  }

  private byte[] undecodable(byte[] bytes, MediaType type, Where where, int nesting) {
    Optional<String> coding = ContentCodings.marked(bytes);
    if (coding.isPresent()) {
      return coded(bytes, coding.get(), type, where, nesting);
    }
    if (type.isJson() || type.isForm()) {
      boolean binary = bytes.length > 0 && !isMostlyText(bytes);
      throw new Stop(
          binary ? QuarantineReason.CONTENT_TYPE_MISMATCH : QuarantineReason.INVALID_UTF8);
    }
    if (type.isText() && isMostlyText(bytes)) {
      Optional<Charset> meta = texts.declaredCharset(bytes);
      if (meta.isEmpty()) {
        throw new Stop(QuarantineReason.INVALID_UTF8);
      }
      String text = TextBytes.decode(bytes, meta.get()).orElse("");
      if (text.isEmpty()) {
        throw new Stop(QuarantineReason.INVALID_UTF8);
      }
      String after = texts.walk(text, type, null, where);
      return after.equals(text) ? bytes : after.getBytes(meta.get());
    }
    return placeholder(bytes, type, where);
  }

  private byte[] placeholder(byte[] bytes, MediaType type, Where where) {
    Body body = Body.of(bytes);
    Body after = values.leaves().unreadable(body, Placeholders.of(type), where);
    return after == body ? bytes : after.bytes();
  }

  /** Bytes that bear the mark of a coding nobody declared: opened, rewritten, closed again. */
  byte[] coded(byte[] bytes, String coding, MediaType type, Where where, int nesting) {
    if (nesting >= values.limits().maxNesting()) {
      throw ValueWalker.tooDeep();
    }
    byte[] decoded = unpacking.decode(coding, bytes);
    byte[] after = bytes(decoded, type, where, nesting + 1);
    boolean same = after == decoded && ContentCodings.isExact(coding, bytes, decoded.length);
    return same ? bytes : ContentCodings.encode(coding, after, bytes);
  }

  private Result coded(
      Body body, List<String> codings, MediaType type, Where where, String contentEncoding) {
    if (codings.size() > values.limits().maxNesting()) {
      throw ValueWalker.tooDeep();
    }
    byte[][] layers = new byte[codings.size() + 1][];
    layers[codings.size()] = body.bytes();
    boolean exact = true;
    for (int i = codings.size() - 1; i >= 0; i--) {
      layers[i] = unpacking.decode(codings.get(i), layers[i + 1]);
      exact = exact && ContentCodings.isExact(codings.get(i), layers[i + 1], layers[i].length);
    }
    byte[] after = bytes(layers[0], type, where);
    if (after == layers[0] && exact) {
      return new Result(body, contentEncoding);
    }
    byte[] encoded = after;
    List<String> written = codings.stream().map(ContentCodings::writable).toList();
    for (int i = 0; i < written.size(); i++) {
      encoded = ContentCodings.encode(written.get(i), encoded, layers[i + 1]);
    }
    if (!written.equals(codings)) {
      values.leaves().note(where.part() + ":recoded");
      return new Result(Body.of(encoded), String.join(", ", written));
    }
    return new Result(Body.of(encoded), contentEncoding);
  }

  private static Result result(Body before, Body after, String coding) {
    return new Result(after, after == before ? coding : "");
  }

  /** Tools often store the decoded body and keep the header; the bytes decide. */
  private static boolean isAlreadyPlain(List<String> codings, byte[] bytes) {
    return !ContentCodings.matches(codings.get(codings.size() - 1), bytes)
        || TextBytes.isPlainText(bytes);
  }

  private static String plainCoding(List<String> codings, String header) {
    return codings.isEmpty() ? header : "";
  }

  private void limit(int size) {
    if (size > values.limits().maxBodyBytes()) {
      throw new Stop(QuarantineReason.TOO_LARGE);
    }
  }

  private static boolean isReadable(byte[] bytes, Charset charset) {
    if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
      return true;
    }
    return isMostlyText(bytes);
  }

  /** Whether control characters are as rare as in text. */
  private static boolean isMostlyText(byte[] bytes) {
    int controls = 0;
    for (byte b : bytes) {
      if (b == 0) {
        return false;
      }
      if (b > 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1b) {
        controls++;
      }
    }
    return controls * 100L <= bytes.length;
  }

  Unpacking unpacking() {
    return unpacking;
  }

  BinaryBodies binaries() {
    return binaries;
  }

  /** Text without a name, such as a part of a multipart body that is no file. */
  String field(String text, String name, Where where) {
    return values.value(text, FieldNames.context(Place.BODY_FIELD, name), where);
  }

  String text(String text, Where where) {
    return values.value(text, ValueContext.text(), where);
  }
}
