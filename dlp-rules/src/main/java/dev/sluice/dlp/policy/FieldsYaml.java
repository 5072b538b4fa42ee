package dev.sluice.dlp.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lists of safe fields: {@code keepFields} of a policy, and {@code fields} of a list file. */
final class FieldsYaml {
  private static final Set<String> ENTRY =
      Set.of("endpoint", "direction", "status", "paths", "keep");
  private static final Set<String> STATUSES = Set.of("*", "1xx", "2xx", "3xx", "4xx", "5xx");

  private FieldsYaml() {}

  /** A list file, as {@code sluice policy learn} writes it. */
  static List<KeepFields> parse(String file, String yaml) {
    return read(Section.of(file, "", YamlNode.parse(file, yaml), Set.of("fields")), "fields");
  }

  static List<KeepFields> read(Section section, String key) {
    List<KeepFields> entries = new ArrayList<>();
    for (Section s : section.sections(key, ENTRY)) {
      entries.add(new KeepFields(endpoint(s), direction(s), status(s), paths(s)));
    }
    return entries;
  }

  private static String endpoint(Section s) {
    String endpoint = s.text("endpoint", "*");
    if (!endpoint.equals("*") && !Endpoints.isWellFormed(endpoint)) {
      throw s.wrong("endpoint", "is neither * nor a method and a path such as GET /orders/*");
    }
    return endpoint;
  }

  private static String direction(Section s) {
    String direction = s.text("direction", "*");
    if (!Set.of("*", "inbound", "outbound").contains(direction)) {
      throw s.wrong("direction", "is none of inbound, outbound, *");
    }
    return direction;
  }

  private static String status(Section s) {
    String status = s.text("status", "*");
    if (!STATUSES.contains(status) && !status.matches("0|[1-5][0-9]{2}")) {
      throw s.wrong("status", "is neither a status such as 200 nor a class such as 2xx nor *");
    }
    return status;
  }

  private static SortedMap<String, SortedSet<String>> paths(Section s) {
    SortedMap<String, SortedSet<String>> paths = new TreeMap<>();
    s.texts("paths").forEach(path -> paths.put(path, new TreeSet<>()));
    for (Section field : s.sections("keep", Set.of("path", "values"))) {
      String path =
          field.text("path").orElseThrow(() -> field.wrong("path", "is missing; name a location"));
      paths.computeIfAbsent(path, p -> new TreeSet<>()).addAll(field.texts("values"));
    }
    return paths;
  }
}
