package dev.sluice.dlp.eval.containers;

import dev.sluice.model.Exchange;
import java.util.List;

/** A way in which a message carries fields. */
public interface Container {
  /** As reports call it. */
  String name();

  /** Whether it carries the fields' names, so that they are evidence. */
  boolean hasNames();

  /** Whether it can carry that value at all. */
  boolean takes(String value);

  /** A message with these fields; {@code planted} is the index of the one in question. */
  Exchange write(List<Field> fields, int planted);

  /**
   * All values of a message in a fixed order, the field's own one at the same index whatever it
   * says.
   *
   * @throws RuntimeException if the message is not one of this container any more
   */
  List<String> read(Exchange exchange);
}
