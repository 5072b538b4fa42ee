package dev.sluice.snapshot.part;

import dev.sluice.model.Body;
import dev.sluice.model.Direction;
import dev.sluice.model.Exchange;
import dev.sluice.model.Finding;
import dev.sluice.model.Header;
import dev.sluice.model.InfoCategory;
import dev.sluice.model.Request;
import dev.sluice.model.Response;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.TimeReference;
import dev.sluice.model.Trace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.parquet.example.data.Group;

/** Makes an exchange of a row's columns: the inverse of {@link RowWriter}. */
final class GroupRow {
  private GroupRow() {}

  static SanitizedExchange read(Group row) {
    Map<String, String> tags = new TreeMap<>();
    Group map = row.getGroup("tags", 0);
    for (int i = 0; i < map.getFieldRepetitionCount("key_value"); i++) {
      Group entry = map.getGroup("key_value", i);
      tags.put(text(entry, "key"), text(entry, "value"));
    }
    Exchange exchange =
        new Exchange(
            text(row, "id"),
            Instant.EPOCH.plus(row.getLong("ts", 0), ChronoUnit.MICROS),
            text(row, "env"),
            text(row, "service"),
            Direction.ofWireName(text(row, "direction")),
            text(row, "protocol"),
            has(row, "duration_micros")
                ? OptionalLong.of(row.getLong("duration_micros", 0))
                : OptionalLong.empty(),
            request(row),
            has(row, "status") ? Optional.of(response(row)) : Optional.empty(),
            new Trace(optional(row, "trace_id"), optional(row, "span_id")),
            tags);
    return new SanitizedExchange(
        exchange,
        text(row, "path_template"),
        optional(row, "session_id"),
        list(row, "findings", entry -> finding(entry.getGroup("element", 0))),
        list(row, "time_references", entry -> timeReference(entry.getGroup("element", 0))),
        list(row, "notes", entry -> text(entry, "element")),
        text(row, "policy_digest"));
  }

  private static Request request(Group row) {
    return new Request(
        text(row, "method"),
        text(row, "url"),
        headers(row, "request_headers"),
        body(row, "request_body"),
        headers(row, "request_trailers"));
  }

  private static Response response(Group row) {
    return new Response(
        row.getInteger("status", 0),
        headers(row, "response_headers"),
        body(row, "response_body"),
        headers(row, "response_trailers"));
  }

  private static Body body(Group row, String name) {
    byte[] bytes = row.getBinary(name, 0).getBytes();
    return row.getBoolean(name + "_truncated", 0) ? Body.truncated(bytes) : Body.of(bytes);
  }

  private static List<Header> headers(Group row, String name) {
    return list(
        row,
        name,
        entry -> {
          Group header = entry.getGroup("element", 0);
          return new Header(text(header, "name"), text(header, "value"));
        });
  }

  private static TimeReference timeReference(Group group) {
    return new TimeReference(
        text(group, "location"), text(group, "format"), group.getLong("offset_micros", 0));
  }

  private static Finding finding(Group group) {
    return new Finding(
        text(group, "rule"),
        text(group, "info_type"),
        InfoCategory.valueOf(text(group, "category").toUpperCase(Locale.ROOT)),
        text(group, "location"),
        text(group, "transform"),
        group.getInteger("start", 0),
        group.getInteger("end", 0),
        group.getDouble("score", 0));
  }

  private static <T> List<T> list(Group row, String name, Function<Group, T> reader) {
    Group list = row.getGroup(name, 0);
    int n = list.getFieldRepetitionCount("list");
    List<T> items = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      items.add(reader.apply(list.getGroup("list", i)));
    }
    return items;
  }

  private static Optional<String> optional(Group group, String name) {
    return has(group, name) ? Optional.of(text(group, name)) : Optional.empty();
  }

  private static boolean has(Group group, String name) {
    return group.getFieldRepetitionCount(name) > 0;
  }

  private static String text(Group group, String name) {
    return group.getBinary(name, 0).toStringUsingUTF8();
  }
}
