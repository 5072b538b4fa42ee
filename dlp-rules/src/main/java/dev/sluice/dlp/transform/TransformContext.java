package dev.sluice.dlp.transform;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What a transform may know beside the value.
 *
 * @param exchangeKey identifies the exchange; values of small domains are drawn anew for each
 *     (never printed)
 * @param accepts what a surrogate must satisfy beyond its shape: the rule's validators
 * @param claims rewrites the JSON claims of a JWT before it is signed again
 */
public record TransformContext(
    String exchangeKey, Predicate<String> accepts, UnaryOperator<String> claims) {
  /** Nothing known but the exchange. */
  public static TransformContext of(String exchangeKey) {
    return new TransformContext(exchangeKey, value -> true, claims -> claims);
  }

  public TransformContext accepting(Predicate<String> validators) {
    return new TransformContext(exchangeKey, validators, claims);
  }

  public TransformContext rewritingClaims(UnaryOperator<String> rewriter) {
    return new TransformContext(exchangeKey, accepts, rewriter);
  }

  @Override
  public String toString() {
    return "[transform context]";
  }
}
