package dev.sluice.snapshot.part;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/**
 * The Parquet schema of a part, version 1: one row per exchange.
 *
 * <p>Field ids are stable: 1 to 99 for columns, above 100 for what is nested in lists. The response
 * columns are null for a request that got no response; {@code status} is 0 where the capturing
 * format could not carry it. Lists and the map have Parquet's three-level form.
 */
public final class PartSchema {
  /** Footer key of {@link #VERSION}. */
  public static final String VERSION_KEY = "sluice.schema.version";

  /** Grows when a column changes its meaning; new columns alone do not change it. */
  public static final int VERSION = 1;

  /** Footer key of the LtHash state, as Base64. */
  public static final String DIGEST_KEY = "sluice.lthash";

  static final MessageType SCHEMA = build();

  private PartSchema() {}

  private static MessageType build() {
    return Types.buildMessage()
        .addFields(
            Types.required(INT64).as(timestampType(true, TimeUnit.MICROS)).id(1).named("ts"),
            text("id", 2),
            text("env", 3),
            text("service", 4),
            text("direction", 5),
            text("protocol", 6),
            text("method", 7),
            text("url", 8),
            text("path_template", 9),
            optional(INT32, "status", 10),
            optional(INT64, "duration_micros", 11),
            headers("request_headers", 12, Repetition.REQUIRED),
            Types.required(BINARY).id(13).named("request_body"),
            Types.required(BOOLEAN).id(14).named("request_body_truncated"),
            headers("request_trailers", 15, Repetition.REQUIRED),
            headers("response_headers", 16, Repetition.OPTIONAL),
            optional(BINARY, "response_body", 17),
            optional(BOOLEAN, "response_body_truncated", 18),
            headers("response_trailers", 19, Repetition.OPTIONAL),
            optionalText("trace_id", 20),
            optionalText("span_id", 21),
            optionalText("session_id", 22),
            tags(23),
            list("time_references", 24, Repetition.REQUIRED, timeReference()),
            list("findings", 25, Repetition.REQUIRED, finding()),
            list("notes", 26, Repetition.REQUIRED, text("element", 126)),
            text("policy_digest", 27))
        .named("exchange");
  }

  private static GroupType headers(String name, int id, Repetition repetition) {
    GroupType header =
        Types.requiredGroup()
            .addFields(text("name", 1000 + 10 * id + 1), text("value", 1000 + 10 * id + 2))
            .id(100 + id)
            .named("element");
    return list(name, id, repetition, header);
  }

  private static GroupType timeReference() {
    return Types.requiredGroup()
        .addFields(
            text("location", 1241),
            text("format", 1242),
            Types.required(INT64).id(1243).named("offset_micros"))
        .id(124)
        .named("element");
  }

  private static GroupType finding() {
    return Types.requiredGroup()
        .addFields(
            text("rule", 1251),
            text("info_type", 1252),
            text("location", 1253),
            text("transform", 1254),
            text("category", 1255),
            Types.required(INT32).id(1256).named("start"),
            Types.required(INT32).id(1257).named("end"),
            Types.required(DOUBLE).id(1258).named("score"))
        .id(125)
        .named("element");
  }

  private static GroupType tags(int id) {
    GroupType entry =
        Types.repeatedGroup().addFields(text("key", 1231), text("value", 1232)).named("key_value");
    return Types.requiredGroup()
        .as(LogicalTypeAnnotation.mapType())
        .addField(entry)
        .id(id)
        .named("tags");
  }

  private static GroupType list(String name, int id, Repetition repetition, Type element) {
    return Types.buildGroup(repetition)
        .as(LogicalTypeAnnotation.listType())
        .addField(Types.repeatedGroup().addField(element).named("list"))
        .id(id)
        .named(name);
  }

  private static PrimitiveType text(String name, int id) {
    return Types.required(BINARY).as(stringType()).id(id).named(name);
  }

  private static PrimitiveType optionalText(String name, int id) {
    return Types.optional(BINARY).as(stringType()).id(id).named(name);
  }

  private static PrimitiveType optional(PrimitiveTypeName type, String name, int id) {
    return Types.optional(type).id(id).named(name);
  }
}
