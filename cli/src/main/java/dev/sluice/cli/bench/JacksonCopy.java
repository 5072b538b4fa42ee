package dev.sluice.cli.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.util.List;

/** The reference: Jackson reads each document and writes it again, event by event. */
final class JacksonCopy {
  private final JsonFactory factory = new JsonFactory();
  private final ByteArrayBuilder out = new ByteArrayBuilder(1 << 20);

  /** The bytes written. */
  long run(List<Sample> samples) {
    long written = 0;
    for (Sample sample : samples) {
      out.reset();
      copy(sample.document());
      written += out.size();
    }
    return written;
  }

  private void copy(byte[] document) {
    try (JsonParser parser = factory.createParser(document);
        JsonGenerator generator = factory.createGenerator(out)) {
      while (parser.nextToken() != null) {
        generator.copyCurrentEvent(parser);
      }
    } catch (IOException e) {
      throw new IllegalStateException("Jackson cannot copy a document it wrote");
    }
  }
}
