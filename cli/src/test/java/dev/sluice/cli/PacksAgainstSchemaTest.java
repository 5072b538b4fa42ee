package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What loads is what an editor accepts: packs hold against the schema that it is given. */
class PacksAgainstSchemaTest {
  private static final Path PACKS = Path.of("../dlp-rules/src/main/resources/dev/sluice/dlp/packs");
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(CliRun.of("rules", "schema").out());

  static List<Path> packs() throws IOException {
    try (Stream<Path> files = Files.list(PACKS)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("packs")
  void everyBuiltInPackHolds(Path pack) throws IOException {
    assertThat(places(Files.readString(pack))).isEmpty();
  }

  @Test
  void aDraftHoldsAndAForeignKeyDoesNot() {
    String draft = CliRun.of("rules", "new", "BDG-4711", "--field", "badge").out();
    assertThat(places(draft)).isEmpty();
    assertThat(places(draft.replace("pattern:", "patern:"))).isNotEmpty();
  }

  /** Where the schema does not hold, without what stands there. */
  private static List<String> places(String yaml) {
    return SCHEMA.validate(yaml, InputFormat.YAML).stream()
        .map(m -> m.getInstanceLocation() + " " + m.getType())
        .toList();
  }
}
