package dev.sluice.dlp.eval.containers;

import dev.sluice.model.Exchange;
import java.util.List;

/**
 * Fields in a request body.
 *
 * @param contentType its media type
 * @param coding its content coding; empty for none
 */
record BodyContainer(String name, String contentType, String coding, boolean hasNames, Form form)
    implements Container {

  /** How fields become bytes, and bytes values again. */
  interface Form {
    byte[] write(List<Field> fields);

    List<String> read(byte[] body);

    /** Whether the form has a place for line breaks. */
    default boolean takesLines() {
      return true;
    }
  }

  @Override
  public boolean takes(String value) {
    return form.takesLines() || value.indexOf('\n') < 0;
  }

  @Override
  public Exchange write(List<Field> fields, int planted) {
    byte[] body = form.write(fields);
    return coding.isEmpty()
        ? Messages.post(contentType, body)
        : Messages.post(contentType, Codings.encode(coding, body), "Content-Encoding", coding);
  }

  @Override
  public List<String> read(Exchange exchange) {
    return form.read(
        Codings.decode(Messages.header(exchange, "Content-Encoding"), Messages.body(exchange)));
  }
}
