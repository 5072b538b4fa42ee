package dev.sluice.dlp.transform;

import dev.sluice.dlp.rules.Example;
import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.rules.RulePack;
import dev.sluice.dlp.rules.RulePacks;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every info type of the built-in rules with the examples that prove its rules. */
final class TypeSamples {
  /**
   * @param rule the first rule that finds the type
   * @param values what the examples of its rules find
   */
  record Type(String name, Rule rule, List<String> values) {
    String family() {
      return Families.of(name, values.get(0));
    }

    /** The transform without a policy. */
    String standard() {
      if (!rule.transform().isEmpty()) {
        return rule.transform();
      }
      return rule.category() == dev.sluice.model.InfoCategory.TIME ? "time-reference" : "tokenize";
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private TypeSamples() {}

  static List<Type> all() {
    SortedMap<String, Type> types = new TreeMap<>();
    for (RulePack pack : RulePacks.builtin()) {
      for (Rule rule : pack.rules()) {
        List<String> values = values(rule);
        if (!values.isEmpty()) {
          types
              .computeIfAbsent(rule.infoType(), t -> new Type(t, rule, new ArrayList<>()))
              .values()
              .addAll(values);
        }
      }
    }
    return List.copyOf(types.values());
  }

  private static List<String> values(Rule rule) {
    List<String> values = new ArrayList<>();
    for (Example example : rule.examples()) {
      for (Example.Span span : example.expected()) {
        values.add(example.text().substring(span.start(), span.end()));
      }
    }
    return values;
  }
}
