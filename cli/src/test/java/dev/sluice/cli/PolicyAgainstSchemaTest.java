package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors are given and the reader agree on what is a policy. */
class PolicyAgainstSchemaTest {
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(CliRun.of("policy", "schema").out());

  @TempDir private Path dir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "profile: strict",
        "windows: {default: 1m, perService: {checkout: 10s}, sealDelay: 5s, closeAfter: 2h}",
        "transforms: {PHONE_NUMBER: redact, INCOME: {transform: bucket, bounds: [0, 5]}}",
        "drop: [{name: health, method: GET, path: /health/**}]",
        "keepFields: [{endpoint: GET /o/*, status: 2xx, keep: [{path: p, values: [A, 1]}]}]",
        "for: [{environments: prod, profile: strict}, {services: ['pay*', a], window: 1m}]",
        "rarity: 5",
        "for: [{services: a, timestamps: shifted}]",
        "for: [{services: batch, sealDelay: 5m, closeAfter: 6h}]",
        "{quasiIdentifiers: [{name: a, fields: [zip, sex]}], block: {uniqueness: 0.1}}",
        "block: {quarantinedRatio: 0.02, residualFindings: 0, unknownBodies: 5}",
        "for: [{services: a, approve: {quarantinedRatio: 0, exchanges: 100}}]",
        "for: [{endpoints: [GET /a/*], disabledPacks: [health], limits: {maxDepth: 9}}]"
      })
  void whatLoadsHolds(String yaml) throws IOException {
    assertThat(validate(yaml).code()).as(validate(yaml).out()).isEqualTo(ExitCode.OK);
    assertThat(SCHEMA.validate(yaml.isEmpty() ? "{}" : yaml, InputFormat.YAML)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "threshhold: 1|p.yaml:1: threshhold is not a key here",
        "threshold: much|p.yaml:1: threshold is not a number",
        "profile: lax|p.yaml:1: profile is neither",
        "windows: {default: 5}|p.yaml:1: windows.default is not a duration",
        "transforms: {A: scramble}|p.yaml:1: transforms.A is no transform",
        "for: [{endpoints: [GET /a], window: 1m}]|p.yaml:1: for.window holds for whole services",
        "for: [{services: Big}]|p.yaml:1: for.services holds a name",
        "rarity: 11|p.yaml:1: rarity is more than 10",
        "quasiIdentifiers: [{name: A, fields: [b]}]|p.yaml:1: quasiIdentifiers needs a name",
        "quasiIdentifiers: [{name: a, fields: []}]|p.yaml:1: quasiIdentifiers needs a name",
        "timestamps: fuzzy|p.yaml:1: timestamps is neither exact nor shifted",
        "block: {}|p.yaml:1: block names no limit; known are",
        "block: {residualFindings: -1}|p.yaml:1: block.residualFindings is not a whole number",
        "for: {services: a}|p.yaml:1: for is a mapping, not a list"
      })
  void whatDoesNotLoadDoesNotHold(String yaml, String message) throws IOException {
    CliRun run = validate(yaml);

    assertThat(run.code()).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(run.out()).startsWith(message);
    assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).isNotEmpty();
  }

  private CliRun validate(String yaml) throws IOException {
    Path file = Files.writeString(dir.resolve("p.yaml"), yaml);
    return CliRun.of("policy", "validate", file.toString());
  }
}
