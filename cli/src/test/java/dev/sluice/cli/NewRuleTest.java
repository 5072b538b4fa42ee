package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code sluice rules new}: what it drafts is proven by {@code sluice rules test}. */
class NewRuleTest {
  @TempDir private Path dir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BDG-4711",
        "BDG-4711 BDG-0815",
        "BDG-4711 BDG-081",
        "AB123456",
        "12345678 --field badgeNumber",
        "12-34/56.78",
        "4711-0815 --field badge",
        "a8f3b21c9d a8f3b21c9e",
        "Kunde#12(3)",
        "Zoë-17 Zoë-18",
        "it's-1",
        "x",
        "7",
        "a-b-c a1 b_2-",
        "Abcdef Ghijkl",
        "it.v1.abcDEF123 it.v1.zzzYYY987"
      })
  void itsDraftPassesTheTestForManyShapes(String arguments) throws IOException {
    assertThat(tested(arguments.split(" "))).contains("1 rules");
  }

  @RepeatedTest(40)
  void itsDraftPassesTheTestForAnyPrintableSamples(RepetitionInfo run) throws IOException {
    Random random = new Random(run.getCurrentRepetition());
    assertThat(tested("--", word(random), word(random))).contains("1 rules");
  }

  @Test
  void samplesShowThePatternAndTheKeyword() {
    CliRun run = CliRun.of("rules", "new", "BDG-4711", "BDG-081", "--info-type", "BADGE");
    assertThat(run.out())
        .contains("pattern: 'BDG-\\d{3,4}'", "keywords: ['BDG-']", "infoType: BADGE", "score: 0.9")
        .contains("'«BDG-4711»'");
  }

  @Test
  void aBareNumberNeedsItsFieldToCount() {
    assertThat(CliRun.of("rules", "new", "47110815").err()).contains("--field");
    assertThat(CliRun.of("rules", "new", "47110815", "--field", "badge").out())
        .contains("score: 0.3", "contextScore: 0.9", "fields: ['badge']");
  }

  @Test
  void whatIsSensitiveOrRandomIsNotWritten() {
    String token = "xq_" + "aB3dE5gH7".repeat(4);
    String card = "4111 1111 1111 1111";
    String mail = "jo.miller@acme-mail.com";
    for (String sample : List.of(token, card, mail)) {
      CliRun run = CliRun.of("rules", "new", sample);
      assertThat(run.code()).isEqualTo(ExitCode.OK);
      assertThat(run.out().contains(sample) || run.err().contains(sample)).isFalse();
      assertThat(run.out()).contains("{{");
      assertThat(run.err()).contains("generated values of their shape");
    }
    assertThat(CliRun.of("rules", "new", mail).out()).doesNotContain("miller");
  }

  @Test
  void aFileThatIsThereStays() throws IOException {
    Path file = Files.writeString(dir.resolve("mine.yaml"), "mine");
    CliRun run = CliRun.of("rules", "new", "BDG-4711", "-o", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("is there already");
    assertThat(file).hasContent("mine");
  }

  @Test
  void wrongNamesAndEmptySamplesAreToldBeforeAnythingIsWritten() {
    Path file = dir.resolve("new.yaml");
    String out = file.toString();
    assertThat(CliRun.of("rules", "new", "BDG-1", "--id", "email-address", "-o", out).err())
        .contains("built-in rule");
    assertThat(CliRun.of("rules", "new", "BDG-1", "--id", "Not Kebab", "-o", out).err())
        .contains("kebab case");
    assertThat(CliRun.of("rules", "new", "-o", out, "--", "---").err()).contains("neither letters");
    assertThat(file).doesNotExist();
  }

  private String tested(String... arguments) throws IOException {
    Path file = Files.createTempDirectory(dir, "draft").resolve("draft.yaml");
    String[] all = new String[arguments.length + 4];
    System.arraycopy(new String[] {"rules", "new", "-o", file.toString()}, 0, all, 0, 4);
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    CliRun drafted = CliRun.of(all);
    assertThat(drafted.code()).as(drafted.err()).isEqualTo(ExitCode.OK);
    CliRun tested = CliRun.of("rules", "test", file.toString());
    assertThat(tested.code()).as(tested.err() + Files.readString(file)).isEqualTo(ExitCode.OK);
    return tested.lines().get(tested.lines().size() - 1).replaceAll(" +", " ");
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder("k");
    for (int i = random.nextInt(12); i >= 0; i--) {
      word.append((char) ('!' + random.nextInt('z' - '!' + 1)));
    }
    return word.toString();
  }
}
