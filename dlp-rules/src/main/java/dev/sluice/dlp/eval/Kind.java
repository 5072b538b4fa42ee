package dev.sluice.dlp.eval;

import dev.sluice.model.InfoCategory;
import java.util.List;
import java.util.Set;

/**
 * A kind of value: how it is written and where it stands.
 *
 * @param type the info type it is reported under
 * @param accept info types that name it rightly, {@code type} among them
 * @param category for secrets every finding of that category counts as right
 * @param evident whether the value is plain by itself, without a name or a word beside it
 * @param bare whether a value alone can be known at all
 * @param values templates, see {@link dev.sluice.dlp.eval.values.Template}
 * @param names names of fields that hold it; empty if it is not planted under names
 * @param texts texts around it, {@code {}} standing for the value
 */
record Kind(
    String id,
    String type,
    Set<String> accept,
    InfoCategory category,
    boolean evident,
    boolean bare,
    List<String> values,
    List<String> names,
    List<String> texts) {

  boolean isSecret() {
    return category == InfoCategory.SECRET;
  }

  /** Whether a finding of that type names this kind rightly. */
  boolean accepts(String infoType, InfoCategory found) {
    return accept.contains(infoType) || isSecret() && found == InfoCategory.SECRET;
  }
}
