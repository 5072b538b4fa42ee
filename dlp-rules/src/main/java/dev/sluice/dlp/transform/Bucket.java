package dev.sluice.dlp.transform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A number as the lower bound of its bucket, with as many decimals as it had. A number under the
 * first of given bounds becomes the first. Stateless.
 */
final class Bucket {
  private Bucket() {}

  static Optional<String> apply(TransformSpec spec, String value) {
    if (!value.matches("-?\\d{1,18}(\\.\\d{1,9})?")) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(value);
    List<BigDecimal> bounds = spec.values("bounds").stream().map(BigDecimal::new).toList();
    BigDecimal lower = bounds.isEmpty() ? floor(spec, number) : last(bounds, number);
    return Optional.of(lower.setScale(number.scale(), RoundingMode.FLOOR).toPlainString());
  }

  private static BigDecimal floor(TransformSpec spec, BigDecimal number) {
    BigDecimal width = new BigDecimal(spec.text("width").orElse("10"));
    return number.divide(width, 0, RoundingMode.FLOOR).multiply(width);
  }

  private static BigDecimal last(List<BigDecimal> bounds, BigDecimal number) {
    BigDecimal lower = bounds.get(0);
    for (BigDecimal bound : bounds) {
      lower = bound.compareTo(number) <= 0 ? bound : lower;
    }
    return lower;
  }
}
