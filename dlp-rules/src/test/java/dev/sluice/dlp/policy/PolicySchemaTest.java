package dev.sluice.dlp.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.dlp.transform.TransformKind;
import dev.sluice.model.SluiceJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The published schema knows what the reader knows, no more and no less. */
class PolicySchemaTest {
  private final JsonNode schema = schema();

  private static JsonNode schema() {
    try (InputStream in =
        PolicySchemaTest.class.getResourceAsStream("/dev/sluice/dlp/policy-schema.json")) {
      return SluiceJson.mapper().readTree(in);
    } catch (IOException e) {
      throw new AssertionError("no schema");
    }
  }

  private Set<String> keys(String pointer) {
    Set<String> keys = new TreeSet<>();
    schema.at(pointer).fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Test
  void theKeysAreTheReaders() {
    Set<String> top = new TreeSet<>(PolicyYaml.GLOBAL);
    top.addAll(PartYaml.KEYS);

    assertThat(keys("/properties")).isEqualTo(top);
    assertThat(keys("/$defs/part/properties")).isEqualTo(PolicyPart.keys());
    assertThat(keys("/properties/windows/properties")).isEqualTo(PolicyYaml.WINDOWS);
    assertThat(keys("/properties/limits/properties")).isEqualTo(PartYaml.LIMITS);
  }

  @Test
  void theTransformsAreThoseThereAre() {
    Set<String> names = new TreeSet<>();
    schema.at("/$defs/transformName/enum").forEach(n -> names.add(n.asText()));

    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(TransformKind.values()).map(TransformKind::wireName).toList());
  }
}
