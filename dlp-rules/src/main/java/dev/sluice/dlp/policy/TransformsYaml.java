package dev.sluice.dlp.policy;

import dev.sluice.dlp.transform.Parameter;
import dev.sluice.dlp.transform.TransformKind;
import dev.sluice.dlp.transform.TransformSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The {@code transforms} of a policy: info type to the name of a transform, or to a mapping of its
 * name and parameters.
 */
final class TransformsYaml {
  private static final String NAME = "transform";

  private TransformsYaml() {}

  static SortedMap<String, TransformSpec> read(Section section) {
    SortedMap<String, TransformSpec> specs = new TreeMap<>();
    for (String type : section.keys()) {
      specs.put(type, spec(section, type));
    }
    return specs;
  }

  private static TransformSpec spec(Section section, String type) {
    boolean plain = !section.isMapping(type);
    Section own = plain ? section : section.section(type, java.util.Set.of()).orElseThrow();
    String key = plain ? type : NAME;
    String name =
        own.text(key)
            .orElseThrow(
                () -> section.wrong(type, "names no transform; add transform: and a name"));
    TransformKind kind =
        TransformKind.ofWireName(name)
            .orElseThrow(() -> own.wrong(key, "is no transform; known are " + names()));
    kind.objectionFor(type)
        .ifPresent(
            why -> {
              throw section.wrong(type, "cannot be " + kind.wireName() + ": it " + why);
            });
    return complete(plain ? TransformSpec.of(name) : parameters(own, kind));
  }

  private static TransformSpec parameters(Section own, TransformKind kind) {
    TransformSpec spec = TransformSpec.of(kind.wireName());
    for (String key : own.keys()) {
      if (!key.equals(NAME)) {
        Parameter parameter = parameter(own, kind, key);
        List<String> values = own.textsOrOne(key);
        if (!parameter.accepts().test(values)) {
          throw own.wrong(key, "is not " + parameter.form());
        }
        spec = spec.with(key, values.toArray(String[]::new));
      }
    }
    if (spec.parameters().containsKey("width") && spec.parameters().containsKey("bounds")) {
      throw own.wrong("bounds", "stands beside width. Keep one of them");
    }
    return spec;
  }

  private static Parameter parameter(Section own, TransformKind kind, String key) {
    Optional<Parameter> found =
        kind.parameters().stream().filter(p -> p.name().equals(key)).findFirst();
    return found.orElseThrow(
        () ->
            own.wrong(
                key,
                "is no parameter of "
                    + kind.wireName()
                    + (kind.parameters().isEmpty() ? ", which has none" : "; known are ")
                    + kind.parameters().stream()
                        .map(Parameter::name)
                        .collect(Collectors.joining(", "))));
  }

  /** A policy that says generalize means the type's own coarse form. */
  private static TransformSpec complete(TransformSpec spec) {
    boolean bare = spec.name().equals("generalize") && !spec.parameters().containsKey("to");
    return bare ? spec.with("to", "auto") : spec;
  }

  private static String names() {
    return Arrays.stream(TransformKind.values())
        .map(TransformKind::wireName)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
