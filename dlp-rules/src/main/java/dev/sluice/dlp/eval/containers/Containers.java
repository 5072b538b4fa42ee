package dev.sluice.dlp.eval.containers;

import java.util.ArrayList;
import java.util.List;

/** All containers of the measure. */
public final class Containers {
  private static final String JSON = "application/json";

  private Containers() {}

  /** Plain JSON first: the others are compared with it. */
  public static List<Container> all() {
    List<Container> all = new ArrayList<>();
    all.add(body("JSON", JSON, true, new JsonForm()));
    all.add(body("JSON, escaped", JSON, true, new JsonForms.Escaped()));
    all.add(body("JSON in JSON", JSON, true, JsonForms.Nested.plain()));
    all.add(body("base64 JSON in JSON", JSON, true, JsonForms.Nested.base64()));
    all.add(body("hex JSON in JSON", JSON, true, JsonForms.Nested.hex()));
    for (String coding : List.of("gzip", "deflate", "br", "zstd")) {
      if (Codings.isWritable(coding)) {
        all.add(new BodyContainer(coding, JSON, coding, true, new JsonForm()));
      }
    }
    all.add(body("NDJSON", "application/x-ndjson", true, new JsonForms.Lines()));
    all.add(body("GraphQL literal", JSON, true, new JsonForms.GraphQlLiteral()));
    all.add(body("GraphQL variables", JSON, true, new JsonForms.GraphQlVariables()));
    String form = "application/x-www-form-urlencoded";
    all.add(body("form", form, true, new TextForms.UrlEncoded()));
    all.add(body("JSON in form", form, true, new TextForms.JsonInForm()));
    all.add(body("multipart field", MarkupForms.Parts.TYPE, true, new MarkupForms.Parts()));
    all.add(body("multipart file", MarkupForms.Parts.TYPE, true, new MarkupForms.FilePart()));
    all.add(body("XML", "application/xml", true, MarkupForms.Elements.xml()));
    all.add(body("XML attribute", "application/xml", true, new MarkupForms.Attributes()));
    all.add(body("SOAP", "application/soap+xml", true, MarkupForms.Elements.soap()));
    all.add(body("HTML", "text/html; charset=utf-8", true, new MarkupForms.Inputs()));
    all.add(body("text", "text/plain; charset=utf-8", true, new TextForms.Plain()));
    all.add(body("SSE", "text/event-stream", true, new TextForms.Events()));
    all.add(body("SSE, split", "text/event-stream", true, new TextForms.SplitEvents()));
    all.add(body("protobuf", "application/x-protobuf", false, new BinaryForms.Protobuf()));
    all.add(body("gRPC", "application/grpc", false, new BinaryForms.Grpc()));
    all.add(body("MessagePack", "application/msgpack", true, new BinaryForms.MessagePack()));
    all.add(body("CBOR", "application/cbor", true, new BinaryForms.Cbor()));
    all.addAll(HeadContainers.all());
    return List.copyOf(all);
  }

  private static Container body(
      String name, String contentType, boolean hasNames, BodyContainer.Form form) {
    return new BodyContainer(name, contentType, "", hasNames, form);
  }
}
