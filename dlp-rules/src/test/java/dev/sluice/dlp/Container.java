package dev.sluice.dlp;

import static dev.sluice.dlp.Captures.capture;
import static dev.sluice.dlp.Captures.get;
import static dev.sluice.dlp.Captures.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.model.Body;
import dev.sluice.model.Capture;
import dev.sluice.model.Request;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.BinaryOperator;

/**
 * Ways in which a field travels in an exchange, written with the JDK and Jackson only. The same
 * container with a surrogate planted is what the engine has to make of it.
 */
enum Container {
  JSON(body("application/json", Container::object)),
  JSON_PARENT(
      body("application/json", (f, v) -> "{\"" + f + "\":{\"value\":" + quoted(v) + ",\"n\":1}}")),
  JSON_ARRAY(
      body("application/json", (f, v) -> "{\"" + f + "\" : [ " + quoted(v) + " ],\n\"n\":0.10}")),
  JSON_PAIRS(
      body(
          "application/json",
          (f, v) -> "[{\"value\":" + quoted(v) + ",\"name\":\"" + f + "\"},{\"name\":\"sku\"}]")),
  JSON_ESCAPED(body("application/json", (f, v) -> "{\"" + f + "\":\"" + escaped(v) + "\"}")),
  JSON_IN_JSON(
      body("application/json", (f, v) -> "{\"payload\":" + quoted(object(f, v)) + ",\"n\":1}")),
  JSON_THRICE(
      body(
          "application/json",
          (f, v) -> object("a", object("b", "{\"c\":" + quoted(object(f, v)) + "}")))),
  JSON_BASE64(body("application/json", (f, v) -> "{\"blob\":\"" + base64(object(f, v)) + "\"}")),
  JSON_BASE64_URL(
      body("application/json", (f, v) -> "{\"blob\":\"" + base64Url(object(f, v)) + "\"}")),
  JSON_HEX(body("application/json", (f, v) -> "{\"blob\":\"" + hex(object(f, v)) + "\"}")),
  JSONP(body("text/javascript", (f, v) -> "cb_1(" + object(f, v) + ");")),
  NDJSON(
      body(
          "application/x-ndjson",
          (f, v) -> "{\"seq\":1}\n" + object(f, v) + "\n" + object("sku", "A-1") + "\n")),
  FORM(
      body(
          "application/x-www-form-urlencoded",
          (f, v) -> "sku=A%2d1&" + f + "=" + percent(v) + "&qty=1+2")),
  FORM_JSON(
      body(
          "application/x-www-form-urlencoded",
          (f, v) -> "payload=" + percent(object(f, v)) + "&qty=1")),
  FORM_PLAIN_TEXT(body("text/plain", (f, v) -> "sku=A-1&" + f + "=" + percent(v) + "&qty=1")),
  QUERY(url((f, v) -> "?sku=A%2d1&" + f + "=" + percent(v) + "&n=2#top")),
  QUERY_TWICE(url((f, v) -> "?next=%2Fa&" + f + "=" + quote(quote(v)) + "&n=2")),
  QUERY_THRICE(url((f, v) -> "?" + f + "=" + quote(quote(quote(v))) + "&n=2")),
  QUERY_JSON(url((f, v) -> "?filter=" + percent(object(f, v)))),
  QUERY_IN_URL(
      url((f, v) -> "?next=" + percent("https://s.example/b?" + f + "=" + quote(v) + "&x=1"))),
  PATH(url((f, v) -> "/" + f + "/" + quote(v) + "/orders")),
  COOKIE(header("Cookie", (f, v) -> "theme=dark; " + f + "=" + quote(v) + "; lang=en")),
  COOKIE_JSON(header("Cookie", (f, v) -> "theme=dark; prefs=" + quote(object(f, v)))),
  COOKIE_BASE64(header("Cookie", (f, v) -> "theme=dark; prefs=" + base64(object(f, v)))),
  HEADER(header("X-Sluice", (f, v) -> v)),
  HEADER_PAIRS(header("X-Sluice-Info", (f, v) -> "sku=A-1; " + f + "=\"" + v + "\"; n=1")),
  MULTIPART(
      body(
          "multipart/form-data; boundary=\"b-1\"",
          (f, v) ->
              "--b-1\r\nContent-Disposition: form-data; name=\"sku\"\r\n\r\nA-1\r\n--b-1\r\n"
                  + "Content-Disposition: form-data; name=\""
                  + f
                  + "\"\r\n\r\n"
                  + v
                  + "\r\n--b-1--\r\n")),
  MULTIPART_TYPED(
      body(
          "multipart/form-data; boundary=b-1",
          (f, v) ->
              "--b-1\r\ncontent-disposition: form-data;name="
                  + f
                  + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                  + v
                  + "\r\n--b-1\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n--b-1x\r\n"
                  + "--b-1--\r\n")),
  MULTIPART_FILE(
      body(
          "multipart/form-data; boundary=b-1",
          (f, v) ->
              "--b-1\r\nContent-Disposition: form-data; name=\"upload\"; filename=\"\"\r\n"
                  + "Content-Type: application/json\r\n\r\n"
                  + object(f, v)
                  + "\r\n--b-1--\r\n")),
  XML(
      body(
          "application/xml",
          (f, v) ->
              "<?xml version=\"1.0\"?>\n<o xmlns:s='urn:x'>\n  <sku a = 'x &amp; y'>A&#45;1</sku>"
                  + "<!-- n -->\n  <"
                  + f
                  + ">"
                  + xml(v)
                  + "</"
                  + f
                  + "><e/>\n</o>")),
  XML_ATTRIBUTE(
      body(
          "text/xml",
          (f, v) -> "<o><i sku='A-1' " + f + "=\"" + xml(v) + "\" n=\"1\"/>&#x41;</o>")),
  XML_CDATA(
      body(
          "application/xml",
          (f, v) -> "<o><" + f + "><![CDATA[" + v + "]]></" + f + "><n>1</n></o>")),
  XML_ENTITIES(
      body(
          "application/xml",
          (f, v) -> "<o><" + f + ">" + entities(v) + "</" + f + "><n>&lt;1&gt;</n></o>")),
  SOAP(
      body(
          "application/soap+xml",
          (f, v) ->
              "<soap:Envelope xmlns:soap=\"urn:s\"><soap:Body><m:Get xmlns:m=\"urn:m\"><m:"
                  + f
                  + " xsi:type=\"xsd:string\">"
                  + xml(v)
                  + "</m:"
                  + f
                  + "><m:Sku>A-1</m:Sku></m:Get></soap:Body></soap:Envelope>")),
  XML_IN_JSON(
      body(
          "application/json",
          (f, v) -> object("xml", "<o><" + f + ">" + xml(v) + "</" + f + "></o>"))),
  HTML_INPUT(
      body(
          "text/html; charset=utf-8",
          (f, v) ->
              "<!DOCTYPE html><html><body class=a><p>Hi & bye<br><input type=text name=\""
                  + f
                  + "\" value=\""
                  + xml(v)
                  + "\" disabled><p>1 < 2</body>")),
  HTML_TABLE(
      body(
          "text/html",
          (f, v) ->
              "<html><table><tr><th>" + f + "</th><td>" + xml(v) + "</td></tr></table></html>")),
  HTML_SCRIPT(
      body(
          "text/html",
          (f, v) ->
              "<html><script type=\"application/json\">"
                  + object(f, v)
                  + "</script><p>x</p></html>")),
  GRAPHQL_VARIABLES(
      body(
          "application/json",
          (f, v) ->
              "{\"query\":\"mutation M($a: String!) { put(a: $a) { id } }\",\"variables\":"
                  + object(f, v)
                  + "}")),
  GRAPHQL_INLINE(
      body(
          "application/json",
          (f, v) ->
              "{\"query\":"
                  + quoted(
                      "mutation { put(sku: \"A-1\", put: {" + f + ": " + quoted(v) + "}) { id } }")
                  + "}")),
  GRAPHQL_BODY(
      body("application/graphql", (f, v) -> "query { find(" + f + ": " + quoted(v) + ") { id } }")),
  SSE(
      body(
          "text/event-stream",
          (f, v) -> "event: a\nid: 1\ndata: " + object(f, v) + "\n\ndata: [DONE]\n\n")),
  SSE_LINES(
      body(
          "text/event-stream",
          (f, v) -> "data: {\"sku\":\"A-1\",\ndata: \"" + f + "\":" + quoted(v) + "}\n\n")),
  LOG(
      body(
          "text/plain",
          (f, v) -> "level=info sku=A-1 " + f + "=\"" + v + "\" took=12ms\nlevel=info ok=1\n")),
  LINES(body("text/plain", (f, v) -> "Sku: A-1\n" + f + ": " + v + "\nTotal: 12.50\n")),
  CSV(body("text/csv", (f, v) -> "sku," + f + ",total\r\nA-1,\"" + v + "\",12.50\r\nA-2,,0\r\n")),
  YAML(
      body(
          "application/yaml",
          (f, v) -> "order:\n  sku: A-1\n  " + f + ": \"" + v + "\"  # n\n  total: 12.50\n")),
  CHUNKED(
      body(
          "application/json",
          (f, v) -> {
            String text = object(f, v);
            int half = 36; // inside the value
            return Integer.toHexString(half)
                + "\r\n"
                + text.substring(0, half)
                + "\r\n"
                + Integer.toHexString(text.length() - half)
                + "\r\n"
                + text.substring(half)
                + "\r\n0\r\n\r\n";
          })),
  JWT(header("X-Sluice", (f, v) -> token(object(f, v)))),
  UTF16(body("application/json; charset=utf-16le", StandardCharsets.UTF_16LE, Container::object)),
  UTF16_MARK(
      body("application/json", StandardCharsets.UTF_16LE, (f, v) -> "\uFEFF" + object(f, v))),
  UTF8_MARK(body("application/json", StandardCharsets.UTF_8, (f, v) -> "\uFEFF" + object(f, v))),
  LATIN1(
      body(
          "text/xml; charset=iso-8859-1",
          StandardCharsets.ISO_8859_1,
          (f, v) -> "<o><titel>f\u00fcnf</titel><" + f + ">" + xml(v) + "</" + f + "></o>"));

  /** Plants a value. */
  interface Planter {
    Capture plant(String field, String value);
  }

  private static final ObjectMapper JACKSON = new ObjectMapper();
  private final Planter planter;

  Container(Planter planter) {
    this.planter = planter;
  }

  Capture plant(String field, String value) {
    return planter.plant(field, value);
  }

  /** Neighbours that are easily mistaken, around the field. */
  private static String object(String field, String value) {
    ObjectNode node = JACKSON.createObjectNode();
    node.put("version", "120.0.0.0");
    node.put(field, value);
    node.put("price", 1299.5).put("commit", "9fceb02d0ae598e95dc970b74767f19372d6af52");
    return node.toString();
  }

  private static String quoted(String text) {
    return JACKSON.getNodeFactory().textNode(text).toString();
  }

  private static String percent(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String quote(String text) {
    return percent(text).replace("+", "%20");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64Url(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String token(String claims) {
    return base64Url("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")
        + "."
        + base64Url(claims)
        + "."
        + base64Url("a signature of 32 bytes, no more");
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append(String.format("\\u%04x", c)));
    return out.toString();
  }

  private static String entities(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append("&#").append(c).append(';'));
    return out.toString();
  }

  private static Planter body(String type, BinaryOperator<String> text) {
    return body(type, StandardCharsets.UTF_8, text);
  }

  private static Planter body(String type, Charset charset, BinaryOperator<String> text) {
    return (f, v) -> {
      byte[] bytes = text.apply(f, v).getBytes(charset);
      return capture(
          new Request(
              "POST",
              "https://shop.example/things",
              Captures.headers(
                  "Content-Type", type, "Content-Length", Integer.toString(bytes.length)),
              Body.of(bytes)),
          json("{\"ok\":true}"));
    };
  }

  private static Planter url(BinaryOperator<String> tail) {
    return (f, v) ->
        capture(get("https://shop.example/things" + tail.apply(f, v)), json("{\"ok\":true}"));
  }

  private static Planter header(String name, BinaryOperator<String> value) {
    return (f, v) ->
        capture(
            get(
                "https://shop.example/things",
                name.equals("X-Sluice") ? "X-" + f : name,
                value.apply(f, v)),
            json("{\"ok\":true}"));
  }
}
