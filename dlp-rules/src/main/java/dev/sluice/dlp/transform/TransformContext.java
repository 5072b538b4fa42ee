package dev.sluice.dlp.transform;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What a transform may know beside the value.
 *
 * @param exchangeKey identifies the exchange; values of small domains are drawn anew for each
 *     (never printed)
 * @param subject whose data the exchange holds, so that the dates of one subject move alike; empty
 *     if not known (never printed)
 * @param accepts what a surrogate must satisfy beyond its shape: the rule's validators
 * @param claims rewrites the JSON claims of a JWT before it is signed again
 */
public record TransformContext(
    String exchangeKey, String subject, Predicate<String> accepts, UnaryOperator<String> claims) {
  /** Nothing known but the exchange. */
  public static TransformContext of(String exchangeKey) {
    return new TransformContext(exchangeKey, "", value -> true, claims -> claims);
  }

  /** The same for a known subject. */
  public TransformContext about(Optional<String> known) {
    return new TransformContext(exchangeKey, known.orElse(""), accepts, claims);
  }

  public TransformContext accepting(Predicate<String> validators) {
    return new TransformContext(exchangeKey, subject, validators, claims);
  }

  public TransformContext rewritingClaims(UnaryOperator<String> rewriter) {
    return new TransformContext(exchangeKey, subject, accepts, rewriter);
  }

  @Override
  public String toString() {
    return "[transform context]";
  }
}
