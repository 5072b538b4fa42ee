package dev.sluice.flink.stream;

import dev.sluice.flink.source.ChainOnlyType;
import dev.sluice.model.RecordPointer;
import dev.sluice.model.SanitizedExchange;
import org.apache.flink.util.OutputTag;

/**
 * An exchange on its way to the topic of sanitized ones. There is no way to make one of a raw
 * capture: only the engine makes a {@link SanitizedExchange}. Stays in the chain it was made in.
 *
 * @param at the raw record it was made from
 */
public record SanitizedMessage(RecordPointer at, SanitizedExchange exchange) {
  /** The side output these leave the sanitizer by. */
  public static final OutputTag<SanitizedMessage> SIDE =
      new OutputTag<>("sanitized", ChainOnlyType.of(SanitizedMessage.class));
}
