package dev.sluice.cli.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SluiceJson;
import java.nio.charset.StandardCharsets;

/** JSON results for machines. */
public final class Json {
  private Json() {}

  /** Pretty and deterministic, as a result of its own. */
  public static void print(Terminal terminal, Object document) {
    terminal.print(new String(SluiceJson.bytes(document), StandardCharsets.UTF_8));
  }

  /** One line, for JSONL. */
  public static String line(Object document) {
    try {
      return SluiceJson.mapper().writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new SluiceException("cannot write " + document.getClass().getSimpleName() + " as JSON");
    }
  }
}
