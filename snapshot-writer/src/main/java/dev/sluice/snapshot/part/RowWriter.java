package dev.sluice.snapshot.part;

import dev.sluice.model.Body;
import dev.sluice.model.Exchange;
import dev.sluice.model.Finding;
import dev.sluice.model.Header;
import dev.sluice.model.Response;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.TimeReference;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;

/** Puts one exchange into the columns of {@link PartSchema}. */
final class RowWriter {
  private final RecordConsumer out;
  private GroupType group = PartSchema.SCHEMA;

  RowWriter(RecordConsumer out) {
    this.out = out;
  }

  void write(SanitizedExchange row) {
    Exchange exchange = row.exchange();
    out.startMessage();
    number("ts", ChronoUnit.MICROS.between(Instant.EPOCH, exchange.ts()));
    text("id", exchange.id());
    text("env", exchange.env());
    text("service", exchange.service());
    text("direction", exchange.direction().wireName());
    text("protocol", exchange.protocol());
    text("method", exchange.request().method());
    text("url", exchange.request().url());
    text("path_template", row.pathTemplate());
    exchange.durationMicros().ifPresent(micros -> number("duration_micros", micros));
    headers("request_headers", exchange.request().headers());
    body("request_body", exchange.request().body());
    headers("request_trailers", exchange.request().trailers());
    exchange.response().ifPresent(this::response);
    optional("trace_id", exchange.trace().traceId());
    optional("span_id", exchange.trace().spanId());
    optional("session_id", row.sessionId());
    list("tags", "key_value", exchange.tags().entrySet(), this::tag);
    list("time_references", "list", row.timeReferences(), this::timeReference);
    list("findings", "list", row.findings(), this::finding);
    list("notes", "list", row.notes(), note -> text("element", note));
    text("policy_digest", row.policyDigest());
    out.endMessage();
  }

  private void response(Response response) {
    integer("status", response.status());
    headers("response_headers", response.headers());
    body("response_body", response.body());
    headers("response_trailers", response.trailers());
  }

  private void body(String name, Body body) {
    field(name, () -> out.addBinary(Binary.fromConstantByteArray(body.bytes())));
    field(name + "_truncated", () -> out.addBoolean(body.isTruncated()));
  }

  private void headers(String name, List<Header> headers) {
    list(name, "list", headers, this::header);
  }

  private void header(Header header) {
    group(
        "element",
        () -> {
          text("name", header.name());
          text("value", header.value());
        });
  }

  private void tag(Map.Entry<String, String> tag) {
    text("key", tag.getKey());
    text("value", tag.getValue());
  }

  private void timeReference(TimeReference reference) {
    group(
        "element",
        () -> {
          text("location", reference.location());
          text("format", reference.format());
          number("offset_micros", reference.offsetMicros());
        });
  }

  private void finding(Finding finding) {
    group(
        "element",
        () -> {
          text("rule", finding.ruleId());
          text("info_type", finding.infoType());
          text("location", finding.location());
          text("transform", finding.transform());
          text("category", finding.category().wireName());
          integer("start", finding.start());
          integer("end", finding.end());
          field("score", () -> out.addDouble(finding.score()));
        });
  }

  private interface ItemWriter<T> {
    void write(T item);
  }

  private <T> void list(String name, String repeated, Collection<T> items, ItemWriter<T> writer) {
    group(
        name,
        () -> {
          // A field without values must not be started at all.
          if (!items.isEmpty()) {
            field(repeated, () -> items.forEach(item -> entry(repeated, item, writer)));
          }
        });
  }

  private <T> void entry(String repeated, T item, ItemWriter<T> writer) {
    within(repeated, () -> writer.write(item));
  }

  private void group(String name, Runnable content) {
    field(name, () -> within(name, content));
  }

  private void within(String name, Runnable content) {
    GroupType outer = group;
    group = outer.getType(name).asGroupType();
    out.startGroup();
    content.run();
    out.endGroup();
    group = outer;
  }

  private void optional(String name, Optional<String> value) {
    value.ifPresent(text -> text(name, text));
  }

  private void text(String name, String value) {
    field(name, () -> out.addBinary(Binary.fromString(value)));
  }

  private void number(String name, long value) {
    field(name, () -> out.addLong(value));
  }

  private void integer(String name, int value) {
    field(name, () -> out.addInteger(value));
  }

  private void field(String name, Runnable value) {
    int index = group.getFieldIndex(name);
    out.startField(name, index);
    value.run();
    out.endField(name, index);
  }
}
