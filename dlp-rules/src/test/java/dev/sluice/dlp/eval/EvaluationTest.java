package dev.sluice.dlp.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.eval.containers.Container;
import dev.sluice.dlp.eval.containers.Containers;
import dev.sluice.dlp.rules.RulePacks;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  @Test
  void aSmallRunReachesEveryFloor() {
    EvalReport report = Evaluation.of(1, 1).everyNth(12).run(RulePacks.builtin());

    assertThat(Floors.broken(report)).isEmpty();
  }

  @Test
  void withoutRulesTheFloorsAreBroken() {
    EvalReport report = Evaluation.of(1, 1).everyNth(120).run(List.of());

    assertThat(Floors.broken(report))
        .anyMatch(line -> line.startsWith("recall in texts"))
        .anyMatch(line -> line.startsWith("leaks in named fields"));
  }

  @Test
  void oneSeedGivesOneCorpusAndAnotherGivesAnother() {
    String corpus = Evaluation.of(1, 1).corpus();

    assertThat(Evaluation.of(1, 1).corpus()).isEqualTo(corpus);
    assertThat(Evaluation.of(2, 1).corpus()).isNotEqualTo(corpus);
  }

  @Test
  void everyTemplateIsExpanded() {
    long open =
        TextCorpus.generate(CorpusFiles.kinds(), 1, 1).stream()
            .filter(c -> !c.labels().isEmpty())
            .filter(c -> c.text().matches("(?s).*\\{[a-z0-9-]+[}:|].*"))
            .count();

    assertThat(open).isZero();
  }

  @Test
  void everyContainerGivesBackWhatWasPlanted() {
    List<Container> containers = Containers.all();
    List<Planted> planted = new Planting(1).plant(CorpusFiles.kinds(), containers, 1);
    Set<String> wrong = new TreeSet<>();
    Set<String> tried = new TreeSet<>();
    for (Planted p : planted) {
      List<String> values = p.container().read(p.container().write(p.fields(), p.at()));
      tried.add(p.container().name());
      if (!values.contains(p.fieldValue())) {
        wrong.add(p.toString());
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(tried).hasSameSizeAs(containers).hasSizeGreaterThan(25);
  }

  @Test
  void aLeakIsSeenThroughEncodings() {
    String value = "planted-value-4711";
    Set<String> missed = new TreeSet<>();
    for (Container container : Containers.all()) {
      var field = new dev.sluice.dlp.eval.containers.Field("data", value);
      var raw = container.write(List.of(field), 0);
      boolean packed = raw.request().headers().stream().anyMatch(h -> h.is("Content-Encoding"));
      if (!packed && !container.name().startsWith("SSE, split") && !Decodings.contain(raw, value)) {
        missed.add(container.name());
      }
    }

    assertThat(missed).isEmpty();
  }
}
