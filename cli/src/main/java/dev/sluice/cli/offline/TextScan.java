package dev.sluice.cli.offline;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Terminal;
import dev.sluice.dlp.TextFinding;
import dev.sluice.dlp.TextScanner;
import dev.sluice.model.SluiceException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** {@code {"id","text"}} lines in, {@code {"id","findings"}} lines out, in the same order. */
final class TextScan {
  private static final ObjectMapper MAPPER = JsonMapper.builder(LineJson.FACTORY).build();

  private final Terminal terminal;
  private final TextScanner scanner;

  TextScan(Terminal terminal, TextScanner scanner) {
    this.terminal = terminal;
    this.scanner = scanner;
  }

  int run() throws IOException {
    LineReader lines = new LineReader(terminal.in());
    for (List<LineReader.Line> batch = lines.next(); !batch.isEmpty(); batch = lines.next()) {
      for (byte[] row : batch.parallelStream().map(this::scan).toList()) {
        terminal.out().write(row);
      }
      terminal.out().flush();
    }
    return ExitCode.OK;
  }

  private byte[] scan(LineReader.Line line) {
    try {
      JsonNode row = MAPPER.readTree(line.bytes());
      if (!row.path("text").isTextual() || !row.has("id")) {
        throw unreadable(line);
      }
      return row(row.get("id"), scanner.scan(row.get("text").textValue()));
    } catch (IOException e) {
      throw unreadable(line);
    }
  }

  private static SluiceException unreadable(LineReader.Line line) {
    return new SluiceException(
        "line " + line.number() + " of the input is not a JSON object with \"id\" and \"text\"");
  }

  private static byte[] row(JsonNode id, List<TextFinding> findings) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeFieldName("id");
      json.writeTree(id);
      json.writeArrayFieldStart("findings");
      for (TextFinding finding : findings) {
        write(json, finding);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bytes.write('\n');
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, TextFinding finding) throws IOException {
    json.writeStartObject();
    json.writeNumberField("start", finding.start());
    json.writeNumberField("end", finding.end());
    json.writeStringField("infoType", finding.infoType());
    json.writeStringField("category", finding.category().wireName());
    json.writeStringField("ruleId", finding.ruleId());
    json.writeNumberField("score", finding.score());
    json.writeEndObject();
  }
}
