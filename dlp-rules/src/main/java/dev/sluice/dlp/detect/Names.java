package dev.sluice.dlp.detect;

import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/**
 * What the names above a value say.
 *
 * @param lifted rules that a field name speaks for
 * @param silenced rules that stay silent under this name
 * @param spoken rules one of whose context words stands in a name
 * @param keyworded rules that look before their match and have a keyword among the names
 * @param lead the names as code would write them before the value: {@code parent.name="}
 */
record Names(BitSet lifted, BitSet silenced, BitSet spoken, BitSet keyworded, String lead) {

  /** Reads the names once for all rules. */
  static Names of(
      ValueContext context,
      FieldNameIndex lifting,
      FieldNameIndex silencing,
      ContextIndex contextWords,
      Function<String, BitSet> keyworded) {
    BitSet lifted = new BitSet();
    BitSet silenced = new BitSet();
    if (context.isNameless()) {
      return new Names(lifted, silenced, new BitSet(), new BitSet(), "");
    }
    List<String> field = NameWords.of(context.fieldName());
    List<String> parents = context.parentNames();
    List<String> parent = parents.isEmpty() ? List.of() : NameWords.of(parents.get(0));
    lifting.mark(field, parent, lifted);
    silencing.mark(field, parent, silenced);
    StringBuilder words = new StringBuilder(" ");
    for (String name : parents) {
      NameWords.of(name).forEach(w -> words.append(w).append(' '));
    }
    field.forEach(w -> words.append(w).append(' '));
    BitSet spoken = contextWords.in(words.toString());
    String lead = lead(context);
    return new Names(lifted, silenced, spoken, keyworded.apply(lead), lead);
  }

  /** The same, but as the names of that context are written before the value. */
  Names withLead(ValueContext context) {
    return new Names(lifted, silenced, spoken, keyworded, lead(context));
  }

  private static String lead(ValueContext context) {
    if (context.isNameless()) {
      return "";
    }
    List<String> parents = context.parentNames();
    String parent = parents.isEmpty() ? "" : parents.get(0) + '.';
    return parent + context.fieldName() + "=\"";
  }
}
