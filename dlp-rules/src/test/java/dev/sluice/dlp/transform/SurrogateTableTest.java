package dev.sluice.dlp.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** docs/surrogates.md says what the code does: spaces and collision odds are computed here. */
class SurrogateTableTest {
  private static final Map<String, Double> SPACES =
      Map.ofEntries(
          Map.entry("e-mail", bits(32, 10)),
          Map.entry("card, 16 digits", bits(10, 9)),
          Map.entry("IBAN, Germany", bits(10, 12)),
          Map.entry("phone, North America", 2 * log2(8) + bits(10, 8)),
          Map.entry("US SSN", log2(100.0 * 49 * 9000)),
          Map.entry("IPv4", log2(15.0 * 256 * 256 * 254)),
          Map.entry("IPv6", 4 * (log2(15) + bits(16, 3))),
          Map.entry("MAC", bits(16, 10)),
          Map.entry("UUID", bits(16, 22)),
          Map.entry("person, two words", 2 * log2(48 * 40)),
          Map.entry("secret, 32 hex digits", bits(16, 26)),
          Map.entry("id, 10 digits", log2(9) + bits(10, 9)));

  @Test
  void theTableHoldsTheComputedOdds() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("..", "docs", "surrogates.md")).stream()
            .filter(l -> l.startsWith("| ") && !l.startsWith("| family"))
            .toList();
    assertThat(rows).hasSize(SPACES.size());
    for (String row : rows) {
      String[] cells = row.split("\\|");
      double space = SPACES.getOrDefault(cells[1].strip(), 0.0);
      assertThat(row)
          .endsWith(
              String.format(
                  Locale.ROOT,
                  "| %.1f | %s | %s | %s |",
                  space,
                  odds(1e3, space),
                  odds(1e5, space),
                  odds(1e7, space)));
    }
  }

  private static String odds(double n, double space) {
    double p = -Math.expm1(-n * (n - 1) / 2 / Math.pow(2, space));
    return String.format(Locale.ROOT, "%.0e", p);
  }

  private static double bits(int alphabet, int length) {
    return log2(BigInteger.valueOf(alphabet).pow(length).doubleValue());
  }

  private static double log2(double n) {
    return Math.log(n) / Math.log(2);
  }
}
