package dev.sluice.dlp.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * docs/surrogates.md is what the code says. To write it anew: {@code mvn -pl dlp-rules -am test
 * -Dtest=SurrogateTableTest -Dsluice.docs=write -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class SurrogateTableTest {
  private static final Path PAGE = Path.of("..", "docs", "surrogates.md");
  private static final String BEGIN = "<!-- generated: types -->\n";
  private static final String END = "<!-- end -->";

  @Test
  void thePageHoldsTheTypesOfAllRulesAsTheyAre() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    String table = table();
    if ("write".equals(System.getProperty("sluice.docs"))) {
      Files.writeString(PAGE, page.substring(0, begin) + table + page.substring(end));
      return;
    }
    assertThat(page.substring(begin, end))
        .as("docs/surrogates.md is out of date; see the head of SurrogateTableTest")
        .isEqualTo(table);
  }

  @Test
  void aTypeOfFewerThanAMillionSurrogatesIsListedAsSmall() {
    List<String> forgotten =
        TypeSamples.all().stream()
            .filter(SurrogateTableTest::isTokenized)
            .filter(t -> SurrogateSpace.of(t).bits() < Math.log(1e6) / Math.log(2))
            .map(TypeSamples.Type::name)
            .toList();
    assertThat(forgotten).as("types to add to Families.SMALL").isEmpty();
  }

  private static boolean isTokenized(TypeSamples.Type type) {
    return !Families.isSmall(type.family());
  }

  private static String table() {
    StringBuilder out = new StringBuilder();
    out.append("| info type | default | log2 N | told from real by | accepted by |");
    out.append(" 10^3 | 10^5 | 10^7 | second run |\n|---|---|---|---|---|---|---|---|---|\n");
    TypeSamples.all().stream()
        .sorted(Comparator.comparing(TypeSamples.Type::name))
        .forEach(type -> out.append(row(type)));
    return out.toString();
  }

  private static String row(TypeSamples.Type type) {
    String head = "| `" + type.name() + "` | " + type.standard() + " | ";
    if (type.standard().equals("time-reference") || type.standard().equals("jwt-resign")) {
      String told = type.standard().equals("jwt-resign") ? "signature of a test key" : "not at all";
      return head + "| " + told + " | " + validators(type) + " | | | | unchanged |\n";
    }
    if (!isTokenized(type)) {
      return head + "| drawn anew for each exchange | " + validators(type) + " | | | | changes |\n";
    }
    SurrogateSpace space = SurrogateSpace.of(type);
    return head
        + String.format(Locale.ROOT, "%.0f", space.bits())
        + " | "
        + space.told()
        + " | "
        + validators(type)
        + " | "
        + space.odds(1e3)
        + " | "
        + space.odds(1e5)
        + " | "
        + space.odds(1e7)
        + " | "
        + (space.checkBits() > 0 ? "unchanged" : "changes")
        + " |\n";
  }

  private static String validators(TypeSamples.Type type) {
    boolean neverIssued = type.name().equals("US_SSN");
    return neverIssued ? "none, by intent" : String.join(", ", type.rule().validators());
  }
}
