package dev.sluice.snapshot.row;

import dev.sluice.model.Body;
import dev.sluice.model.Direction;
import dev.sluice.model.Exchange;
import dev.sluice.model.Finding;
import dev.sluice.model.Header;
import dev.sluice.model.InfoCategory;
import dev.sluice.model.Request;
import dev.sluice.model.Response;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.SluiceException;
import dev.sluice.model.TimeReference;
import dev.sluice.model.Trace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The binary form of a sanitized exchange: in a writer's state, and as the input of the digest.
 *
 * <p>Canonical: equal exchanges give equal bytes. Holds nothing of topic, partition, offset, part,
 * revision or clock. Version 1:
 *
 * <pre>
 * row       = %x01 head direction protocol duration request response trace tags
 *             pathTemplate sessionId findings timeRefs notes policyDigest
 * head      = i64 ts in µs since 1970, text id, text env, text service
 * direction = u8: 0 inbound, 1 outbound
 * duration  = opt i64 µs
 * request   = text method, text url, headers, body, headers trailers
 * response  = u8 0 / u8 1, varint status, headers, body, headers trailers
 * headers   = varint n, n × (text name, text value)      in order of the wire
 * body      = u8 0 whole / 1 truncated, bytes
 *           / u8 2, text codings, bytes decoded           in digest rows only
 * trace     = opt text traceId, opt text spanId
 * tags      = varint n, n × (text key, text value)        sorted by key
 * sessionId = opt text
 * findings  = varint n, n × (text rule, text infoType, text category, text location,
 *             text transform, varint start, varint end, i64 score as IEEE 754)   sorted
 * timeRefs  = varint n, n × (text location, text format, i64 offset in µs)       sorted
 * notes     = varint n, n × text                                                 sorted
 * text      = bytes of UTF-8;  bytes = varint n, n octets;  opt x = u8 0 / u8 1 x
 * i64       = big-endian;  varint = LEB128, unsigned
 * </pre>
 *
 * <p>Times are kept to the microsecond. Thread-safe.
 */
public final class RowCodec {
  private static final int VERSION = 1;

  private RowCodec() {}

  /** Equal exchanges give equal bytes. */
  public static byte[] encode(SanitizedExchange exchange) {
    return write(exchange, RowCodec::wireMessage);
  }

  /**
   * The form a content digest is taken of: as encoded, but bodies under gzip, deflate or zstd stand
   * decoded beside the coding's name, without their {@code Content-Length}. Compressing the same
   * content otherwise does not change it.
   */
  public static byte[] digestRow(SanitizedExchange exchange) {
    return write(exchange, DigestMessage::write);
  }

  /** Reads {@link #encode}; damaged bytes are a {@link SluiceException}. */
  public static SanitizedExchange decode(byte[] row) {
    RowIn in = new RowIn(row);
    RowHead head = readHead(in);
    Direction direction = in.flag() ? Direction.OUTBOUND : Direction.INBOUND;
    String protocol = in.text();
    var duration = in.optLong();
    Request request =
        new Request(in.text(), in.text(), readHeaders(in), readBody(in), readHeaders(in));
    Optional<Response> response = in.flag() ? Optional.of(readResponse(in)) : Optional.empty();
    Trace trace = new Trace(in.optText(), in.optText());
    Map<String, String> tags = new TreeMap<>();
    in.list(i -> tags.put(i.text(), i.text()));
    Exchange exchange =
        new Exchange(
            head.id(),
            instant(head.tsMicros()),
            head.env(),
            head.service(),
            direction,
            protocol,
            duration,
            request,
            response,
            trace,
            tags);
    SanitizedExchange sanitized =
        new SanitizedExchange(
            exchange,
            in.text(),
            in.optText(),
            in.list(RowCodec::readFinding),
            in.list(i -> new TimeReference(i.text(), i.text(), i.i64())),
            in.list(RowIn::text),
            in.text());
    in.end();
    return sanitized;
  }

  /** Reads only what rows are sorted and windowed by. */
  public static RowHead head(byte[] row) {
    return readHead(new RowIn(row));
  }

  /** Writes a message's headers and body. */
  interface MessageWriter {
    void write(RowOut out, List<Header> headers, Body body);
  }

  private static byte[] write(SanitizedExchange row, MessageWriter messages) {
    Exchange e = row.exchange();
    RowOut out = new RowOut((int) Math.min(e.contentBytes() + 512, 1 << 26));
    out.u8(VERSION);
    out.i64(ChronoUnit.MICROS.between(Instant.EPOCH, e.ts()));
    out.text(e.id());
    out.text(e.env());
    out.text(e.service());
    out.u8(e.direction() == Direction.OUTBOUND ? 1 : 0);
    out.text(e.protocol());
    out.optLong(e.durationMicros());
    writeRequest(out, e.request(), messages);
    out.u8(e.response().isPresent() ? 1 : 0);
    e.response().ifPresent(r -> writeResponse(out, r, messages));
    out.optText(e.trace().traceId());
    out.optText(e.trace().spanId());
    out.list(e.tags().entrySet(), (o, tag) -> pair(o, tag.getKey(), tag.getValue()));
    writeEvidence(out, row);
    return out.toBytes();
  }

  private static void writeRequest(RowOut out, Request request, MessageWriter messages) {
    out.text(request.method());
    out.text(request.url());
    messages.write(out, request.headers(), request.body());
    writeHeaders(out, request.trailers());
  }

  private static void writeResponse(RowOut out, Response response, MessageWriter messages) {
    out.varint(response.status());
    messages.write(out, response.headers(), response.body());
    writeHeaders(out, response.trailers());
  }

  private static void writeEvidence(RowOut out, SanitizedExchange row) {
    out.text(row.pathTemplate());
    out.optText(row.sessionId());
    out.list(row.findings(), RowCodec::writeFinding);
    out.list(
        row.timeReferences(),
        (o, t) -> {
          pair(o, t.location(), t.format());
          o.i64(t.offsetMicros());
        });
    out.list(row.notes(), RowOut::text);
    out.text(row.policyDigest());
  }

  private static void writeFinding(RowOut out, Finding finding) {
    pair(out, finding.ruleId(), finding.infoType());
    pair(out, finding.category().wireName(), finding.location());
    out.text(finding.transform());
    out.varint(finding.start());
    out.varint(finding.end());
    out.i64(Double.doubleToLongBits(finding.score()));
  }

  private static void wireMessage(RowOut out, List<Header> headers, Body body) {
    writeHeaders(out, headers);
    writeBody(out, body);
  }

  static void writeHeaders(RowOut out, List<Header> headers) {
    out.list(headers, (o, h) -> pair(o, h.name(), h.value()));
  }

  static void writeBody(RowOut out, Body body) {
    out.u8(body.isTruncated() ? 1 : 0);
    out.bytes(body.bytes());
  }

  private static void pair(RowOut out, String first, String second) {
    out.text(first);
    out.text(second);
  }

  private static RowHead readHead(RowIn in) {
    int version = in.u8();
    if (version != VERSION) {
      throw new SluiceException("an encoded row has the unknown version " + version);
    }
    return new RowHead(in.i64(), in.text(), in.text(), in.text());
  }

  private static Response readResponse(RowIn in) {
    return new Response((int) in.varint(), readHeaders(in), readBody(in), readHeaders(in));
  }

  private static List<Header> readHeaders(RowIn in) {
    return in.list(i -> new Header(i.text(), i.text()));
  }

  private static Body readBody(RowIn in) {
    return in.flag() ? Body.truncated(in.bytes()) : Body.of(in.bytes());
  }

  private static Finding readFinding(RowIn in) {
    return new Finding(
        in.text(),
        in.text(),
        category(in.text()),
        in.text(),
        in.text(),
        (int) in.varint(),
        (int) in.varint(),
        Double.longBitsToDouble(in.i64()));
  }

  private static InfoCategory category(String wireName) {
    for (InfoCategory category : InfoCategory.values()) {
      if (category.wireName().equals(wireName)) {
        return category;
      }
    }
    throw RowIn.broken();
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
