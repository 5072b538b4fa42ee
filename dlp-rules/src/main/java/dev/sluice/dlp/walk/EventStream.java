package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Server-sent events (WHATWG HTML, section 9.2): the data of each event is a text of its own, and a
 * value may be split over the lines of an event or over several events.
 */
final class EventStream {
  private static final Set<String> FIELDS = Set.of("data", "event", "id", "retry", "");

  /** One event's data: its lines' contents by their places. */
  private record Data(List<int[]> lines) {}

  private final ValueWalker values;
  private final UnaryOperator<String> walkData;
  private final String text;
  private final Where where;
  private final List<Data> events = new ArrayList<>();
  private final List<int[]> others = new ArrayList<>();

  private EventStream(
      ValueWalker values, UnaryOperator<String> walkData, String text, Where where) {
    this.values = values;
    this.walkData = walkData;
    this.text = text;
    this.where = where;
  }

  /**
   * The rewritten stream.
   *
   * @param walkData rewrites the data of one event
   */
  static String walk(ValueWalker values, UnaryOperator<String> walkData, String text, Where where) {
    EventStream stream = new EventStream(values, walkData, text, where);
    stream.read();
    return stream.run();
  }

  private void read() {
    Data event = new Data(new ArrayList<>());
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      if (end == at) {
        event = ended(event);
      } else if (!line(at, end, event)) {
        others.add(new int[] {at, end});
      }
      boolean pair = text.startsWith("\r\n", end);
      at = pair ? end + 2 : end + 1;
    }
    ended(event);
  }

  private Data ended(Data event) {
    if (event.lines.isEmpty()) {
      return event;
    }
    events.add(event);
    return new Data(new ArrayList<>());
  }

  private boolean line(int start, int end, Data event) {
    int colon = text.indexOf(':', start);
    if (colon < 0 || colon >= end || !FIELDS.contains(text.substring(start, colon))) {
      return false;
    }
    boolean space = colon + 1 < end && text.charAt(colon + 1) == ' ';
    int[] content = {space ? colon + 2 : colon + 1, end};
    boolean data = text.startsWith("data", start);
    if (content[0] < end) {
      (data ? event.lines : others).add(content);
    }
    return true;
  }

  private String run() {
    List<String> before = events.stream().map(this::content).toList();
    List<String> joined = joinedOver(before);
    Edits edits = new Edits(text);
    for (int i = 0; i < events.size(); i++) {
      write(events.get(i), before.get(i), walkData.apply(joined.get(i)), edits);
    }
    for (int[] other : others) {
      String line = text.substring(other[0], other[1]);
      edits.replace(other[0], other[1], values.value(line, ValueContext.text(), where));
    }
    return edits.result();
  }

  /** The data of all events after values that stand across events were replaced. */
  private List<String> joinedOver(List<String> data) {
    if (data.size() < 2) {
      return data;
    }
    List<String> out = new ArrayList<>(data);
    Map<String, List<int[]>> paths = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    List<Integer> plain = new ArrayList<>();
    List<List<JsonLeaves.Leaf>> leaves = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      boolean json =
          "{[".indexOf(data.get(i).charAt(0)) >= 0 && JsonSyntax.check(data.get(i)).isJson();
      List<JsonLeaves.Leaf> found = json ? JsonLeaves.of(data.get(i)) : List.of();
      leaves.add(found);
      if (!json && !data.get(i).equals("[DONE]")) {
        plain.add(i);
      }
      for (int n = 0; n < found.size(); n++) {
        JsonLeaves.Leaf leaf = found.get(n);
        paths.computeIfAbsent(leaf.path(), k -> new ArrayList<>()).add(new int[] {i, n});
        names.put(leaf.path(), leaf.name());
      }
    }
    plainPieces(plain, out);
    Map<Integer, Map<Integer, String>> changed = new LinkedHashMap<>();
    paths.forEach(
        (path, at) -> leafPieces(data, leaves, at, names.getOrDefault(path, ""), changed));
    changed.forEach(
        (event, byLeaf) -> out.set(event, edited(data.get(event), leaves.get(event), byLeaf)));
    return out;
  }

  private void plainPieces(List<Integer> events, List<String> out) {
    if (events.size() < 2) {
      return;
    }
    List<String> pieces = events.stream().map(out::get).toList();
    List<String> after = new Pieces(values.leaves(), pieces).rewritten(ValueContext.text(), where);
    for (int i = 0; i < pieces.size(); i++) {
      out.set(events.get(i), after.get(i));
    }
  }

  private void leafPieces(
      List<String> data,
      List<List<JsonLeaves.Leaf>> leaves,
      List<int[]> at,
      String name,
      Map<Integer, Map<Integer, String>> changed) {
    if (at.size() < 2) {
      return;
    }
    List<String> pieces = new ArrayList<>(at.size());
    for (int[] place : at) {
      JsonLeaves.Leaf leaf = leaves.get(place[0]).get(place[1]);
      pieces.add(JsonStrings.unescape(data.get(place[0]), leaf.start(), leaf.end()));
    }
    ValueContext context = ValueContext.of(Place.BODY_FIELD, name);
    List<String> after = new Pieces(values.leaves(), pieces).rewritten(context, where);
    for (int i = 0; i < pieces.size(); i++) {
      if (!after.get(i).equals(pieces.get(i))) {
        changed
            .computeIfAbsent(at.get(i)[0], k -> new LinkedHashMap<>())
            .put(at.get(i)[1], after.get(i));
      }
    }
  }

  private static String edited(
      String json, List<JsonLeaves.Leaf> leaves, Map<Integer, String> changed) {
    Edits edits = new Edits(json);
    for (int i = 0; i < leaves.size(); i++) {
      JsonLeaves.Leaf leaf = leaves.get(i);
      String after = changed.get(i);
      if (after != null) {
        String raw = json.substring(leaf.start(), leaf.end());
        String before = JsonStrings.unescape(json, leaf.start(), leaf.end());
        edits.replace(leaf.start(), leaf.end(), JsonStrings.respell(raw, before, after));
      }
    }
    return edits.result();
  }

  private String content(Data event) {
    StringBuilder out = new StringBuilder();
    for (int[] line : event.lines) {
      out.append(out.length() == 0 ? "" : "\n").append(text, line[0], line[1]);
    }
    return out.toString();
  }

  /** Writes an event's data back into as many lines as it had. */
  private void write(Data event, String before, String after, Edits edits) {
    if (after.equals(before)) {
      return;
    }
    String[] lines = after.split("\n", event.lines.size());
    for (int i = 0; i < event.lines.size(); i++) {
      int[] line = event.lines.get(i);
      String content = i < lines.length ? lines[i].replace("\n", " ") : "";
      edits.replace(line[0], line[1], content);
    }
  }
}
