package dev.sluice.dlp.rules.foreign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.dlp.rules.RulePackException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A file of another tool: its tree, its lines, and notes on what cannot be taken over. */
final class ForeignFile {
  private final String file;
  private final List<String> lines;
  private final JsonNode root;
  private final List<String> notes = new ArrayList<>();

  ForeignFile(String file, byte[] bytes, ObjectMapper mapper, String language) {
    this.file = file;
    this.lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    this.root = parse(file, bytes, mapper, language);
  }

  private static JsonNode parse(String file, byte[] bytes, ObjectMapper mapper, String language) {
    try {
      return mapper.readTree(bytes);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw RulePackException.at(
          file, line, "", "this is not " + language, "Check quotes and brackets at this line.");
    } catch (IOException e) {
      throw RulePackException.at(file, 1, "", "cannot be read", "Save the file as UTF-8.");
    }
  }

  JsonNode root() {
    return root;
  }

  /** The first line, from 1, that holds the text; 1 if none does. */
  int lineOf(String text) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i + 1;
      }
    }
    return 1;
  }

  /** Remembers that something of a rule is left out, and why. */
  void note(String rule, String what) {
    notes.add(file + ":" + lineOf(rule) + ": " + rule + ": " + what);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  RulePackException error(String rule, String problem, String advice) {
    return RulePackException.at(file, lineOf(rule), rule, problem, advice);
  }

  /** The texts of a list, or of one text; empty if absent. */
  static List<String> texts(JsonNode node) {
    if (node.isTextual()) {
      return List.of(node.textValue());
    }
    List<String> texts = new ArrayList<>();
    node.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  /** Kebab case, as ids of rules are. */
  static String kebab(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
