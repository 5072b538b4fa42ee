package dev.sluice.dlp.detect;

import java.util.BitSet;
import java.util.List;

/**
 * What the names above a value say.
 *
 * @param lifted rules that a field name speaks for
 * @param silenced rules that stay silent under this name
 * @param words all words of all names, between spaces
 */
record Names(BitSet lifted, BitSet silenced, String words) {

  /** Reads the names once for all rules. */
  static Names of(ValueContext context, FieldNameIndex lifting, FieldNameIndex silencing) {
    BitSet lifted = new BitSet();
    BitSet silenced = new BitSet();
    if (context.fieldName().isEmpty() && context.parentNames().isEmpty()) {
      return new Names(lifted, silenced, " ");
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
    return new Names(lifted, silenced, words.toString());
  }
}
