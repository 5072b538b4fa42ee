package dev.sluice.capture.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.capture.Fidelity;
import dev.sluice.capture.internal.BadCapture;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.StringJoiner;

/** The request body of a HAR entry: its text, or else rebuilt from the parameters. */
final class HarPostData {
  private static final String BOUNDARY = "sluice-rebuilt-boundary";

  private HarPostData() {}

  static void read(JsonNode postData, Draft draft) throws BadCapture {
    String text = postData.path("text").asText("");
    JsonNode params = postData.path("params");
    if (!text.isEmpty()) {
      draft.request.bytes = HarEntry.bytes(text, postData.path("encoding").asText(""));
    } else if (params.size() > 0) {
      String type =
          draft.request.header("content-type").orElse(postData.path("mimeType").asText("")).strip();
      String body =
          type.toLowerCase(Locale.ROOT).startsWith("multipart/")
              ? multipart(params, boundary(type, draft))
              : form(params);
      draft.request.bytes = HarEntry.bytes(body, "");
      draft.notes.add(Fidelity.BODY_REBUILT);
    }
    HarEntry.typed(draft.request, postData.path("mimeType").asText(""));
  }

  private static String form(JsonNode params) {
    StringJoiner form = new StringJoiner("&");
    for (JsonNode param : params) {
      form.add(encode(param.path("name")) + "=" + encode(param.path("value")));
    }
    return form.toString();
  }

  private static String encode(JsonNode part) {
    return URLEncoder.encode(part.asText(""), StandardCharsets.UTF_8);
  }

  private static String multipart(JsonNode params, String boundary) {
    StringBuilder body = new StringBuilder();
    for (JsonNode param : params) {
      body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"");
      body.append(quoted(param.path("name").asText(""))).append('"');
      if (param.hasNonNull("fileName")) {
        body.append("; filename=\"").append(quoted(param.path("fileName").asText(""))).append('"');
      }
      if (param.hasNonNull("contentType")) {
        body.append("\r\nContent-Type: ").append(quoted(param.path("contentType").asText("")));
      }
      body.append("\r\n\r\n").append(param.path("value").asText("")).append("\r\n");
    }
    return body.append("--").append(boundary).append("--\r\n").toString();
  }

  /** The boundary of the content type; where it has none, ours, which the header then names. */
  private static String boundary(String contentType, Draft draft) {
    int at = contentType.toLowerCase(Locale.ROOT).indexOf("boundary=");
    if (at >= 0) {
      String value = contentType.substring(at + "boundary=".length());
      int end = value.indexOf(';');
      return (end < 0 ? value : value.substring(0, end)).strip().replace("\"", "");
    }
    draft.request.setHeader("Content-Type", contentType + "; boundary=" + BOUNDARY);
    return BOUNDARY;
  }

  private static String quoted(String text) {
    return text.replaceAll("[\"\r\n]", "_");
  }
}
