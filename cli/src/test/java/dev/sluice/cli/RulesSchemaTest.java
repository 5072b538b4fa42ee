package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema knows every key that the built-in packs use. */
class RulesSchemaTest {
  private static final Path PACKS = Path.of("../dlp-rules/src/main/resources/dev/sluice/dlp/packs");
  private static final Pattern KEY = Pattern.compile("(?m)^ {4}([a-zA-Z]+):");

  @Test
  void theSchemaKnowsTheKeysOfTheBuiltInPacks() throws Exception {
    CliRun run = CliRun.of("rules", "schema");
    JsonNode rule = new ObjectMapper().readTree(run.out()).at("/properties/rules/items/properties");
    Set<String> known = new TreeSet<>();
    rule.fieldNames().forEachRemaining(known::add);

    Set<String> used = new TreeSet<>();
    try (Stream<Path> packs = Files.list(PACKS)) {
      for (Path pack : packs.toList()) {
        KEY.matcher(Files.readString(pack)).results().forEach(m -> used.add(m.group(1)));
      }
    }

    assertThat(used).isNotEmpty().isSubsetOf(known);
  }
}
