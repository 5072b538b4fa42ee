package dev.sluice.dlp.policy;

import dev.sluice.model.QuasiIdentifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sets of fields whose uniqueness is measured: {@code quasiIdentifiers} of a policy. */
final class QuasiIdentifiersYaml {
  private static final String KEY = "quasiIdentifiers";

  private QuasiIdentifiersYaml() {}

  /**
   * @param d sets of the layers below; one of the same name is replaced
   */
  static List<QuasiIdentifiers> read(Section section, List<QuasiIdentifiers> d) {
    List<QuasiIdentifiers> sets = new ArrayList<>(d);
    for (Section s : section.sections(KEY, Set.of("name", "fields"))) {
      QuasiIdentifiers set = new QuasiIdentifiers(s.text("name", ""), s.texts("fields"));
      if (!Names.isWellFormed(set.name()) || set.fields().isEmpty()) {
        throw section.wrong(KEY, "needs a name of [a-z0-9-]{1,63} and a list of fields");
      }
      sets.removeIf(other -> other.name().equals(set.name()));
      sets.add(set);
    }
    return sets;
  }
}
