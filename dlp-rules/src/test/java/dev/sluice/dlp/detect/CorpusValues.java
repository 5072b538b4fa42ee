package dev.sluice.dlp.detect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.capture.Decoded;
import dev.sluice.capture.imports.ImportDefaults;
import dev.sluice.capture.imports.ImportException;
import dev.sluice.capture.imports.ImportSource;
import dev.sluice.capture.imports.Importers;
import dev.sluice.capture.synthetic.PlainJson;
import dev.sluice.model.Capture;
import dev.sluice.model.Direction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The values of whole corpora: every scalar of a message, and each message as one text. */
final class CorpusValues {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_TEXT = 20_000;

  private CorpusValues() {}

  /** The values of traffic, exchange by exchange. */
  static Iterator<CorpusValue> of(Iterator<Capture> traffic) {
    Deque<CorpusValue> waiting = new ArrayDeque<>();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        while (waiting.isEmpty() && traffic.hasNext()) {
          addAll(traffic.next(), waiting);
        }
        return !waiting.isEmpty();
      }

      @Override
      public CorpusValue next() {
        return hasNext() ? waiting.remove() : waiting.element();
      }
    };
  }

  /** Ever new texts of a generator, some of them joined. */
  static Iterator<CorpusValue> random(TextGenerator generator, int joined) {
    Supplier<CorpusValue> next =
        () -> {
          StringBuilder text = new StringBuilder();
          for (int i = 0; i < joined; i++) {
            text.append(generator.next()).append(i % 3 == 0 ? "\n" : " ");
          }
          return new CorpusValue(text.toString(), generator.nextContext());
        };
    return Stream.generate(next).iterator();
  }

  /** Real captures, shuffled; empty where there is no folder of them. */
  static Optional<Iterator<CorpusValue>> real(long seed) {
    Path folder =
        Optional.ofNullable(System.getenv("SLUICE_CAPTURES"))
            .map(Path::of)
            .orElse(Path.of("..", "..", "shared", "captures"));
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    List<Capture> captures = captures(folder);
    Collections.shuffle(captures, new Random(seed));
    return Optional.of(of(captures.iterator()));
  }

  private static List<Capture> captures(Path folder) {
    List<Capture> captures = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(f -> f.toString().endsWith(".har") || f.toString().endsWith(".gor"))
          .sorted()
          .forEach(f -> read(f, captures));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return captures;
  }

  private static void read(Path file, List<Capture> captures) {
    ImportDefaults defaults = new ImportDefaults("import", Optional.empty(), Direction.INBOUND);
    try (ImportSource source = Importers.open(file, defaults)) {
      while (source.hasNext()) {
        if (source.next() instanceof Decoded.Ok ok) {
          captures.add(ok.capture());
        }
      }
    } catch (ImportException e) {
      // a file of another kind
    }
  }

  private static void addAll(Capture capture, Deque<CorpusValue> values) {
    byte[] document = PlainJson.of(capture);
    try {
      add(JSON.readTree(document), "", values);
    } catch (IOException e) {
      throw new IllegalStateException("a document of an exchange is no JSON");
    }
    String text = new String(document, java.nio.charset.StandardCharsets.UTF_8);
    values.add(new CorpusValue(cut(text), ValueContext.text()));
  }

  private static void add(JsonNode node, String name, Deque<CorpusValue> values) {
    if (node.isObject()) {
      node.fields().forEachRemaining(f -> add(f.getValue(), f.getKey(), values));
    } else if (node.isArray()) {
      node.forEach(n -> add(n, name, values));
    } else {
      values.add(new CorpusValue(cut(node.asText()), ValueContext.of(Place.BODY_FIELD, name)));
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }
}
