package dev.sluice.dlp.eval.containers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Forms that are text. */
final class TextForms {
  private static final Pattern DATA = Pattern.compile("(?m)^data: (.*)$");

  private TextForms() {}

  /** A line for each field. */
  record Plain() implements BodyContainer.Form {
    @Override
    public byte[] write(List<Field> fields) {
      return Texts.bytes(lines(fields));
    }

    @Override
    public List<String> read(byte[] body) {
      return values(Texts.text(body));
    }

    @Override
    public boolean takesLines() {
      return false;
    }

    static String lines(List<Field> fields) {
      return fields.stream()
          .map(f -> f.name() + ": " + f.value())
          .collect(Collectors.joining("\n"));
    }

    static List<String> values(String lines) {
      return lines.lines().map(l -> l.substring(l.indexOf(": ") + 2)).toList();
    }
  }

  /** One server-sent event whose data is JSON. */
  record Events() implements BodyContainer.Form {
    @Override
    public byte[] write(List<Field> fields) {
      return Texts.bytes(
          "event: order\nid: 7\ndata: "
              + JsonForm.object(fields)
              + "\n\nevent: end\ndata: done\n\n");
    }

    @Override
    public List<String> read(byte[] body) {
      return JsonForm.values(Texts.groups(DATA, Texts.text(body)).get(0));
    }
  }

  /** A text that comes in pieces of seven characters, each in an event of its own. */
  record SplitEvents() implements BodyContainer.Form {
    private static final int PIECE = 7;

    @Override
    public byte[] write(List<Field> fields) {
      String text = Plain.lines(fields);
      StringBuilder events = new StringBuilder();
      for (int i = 0; i < text.length(); i += PIECE) {
        String piece = text.substring(i, Math.min(text.length(), i + PIECE));
        events
            .append("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":")
            .append(JsonForm.quoted(piece))
            .append("}}]}\n\n");
      }
      return Texts.bytes(events.append("data: [DONE]\n\n").toString());
    }

    @Override
    public List<String> read(byte[] body) {
      StringBuilder text = new StringBuilder();
      for (String data : Texts.groups(DATA, Texts.text(body))) {
        if (data.startsWith("{")) {
          text.append(JsonForm.tree(data).at("/choices/0/delta/content").asText());
        }
      }
      return Plain.values(text.toString());
    }

    @Override
    public boolean takesLines() {
      return false;
    }
  }

  /** {@code application/x-www-form-urlencoded}. */
  record UrlEncoded() implements BodyContainer.Form {
    @Override
    public byte[] write(List<Field> fields) {
      return Texts.bytes(pairs(fields) + "&quantity=2");
    }

    @Override
    public List<String> read(byte[] body) {
      return values(Texts.text(body));
    }

    static String pairs(List<Field> fields) {
      return fields.stream()
          .map(f -> f.name() + "=" + Texts.percent(f.value()))
          .collect(Collectors.joining("&"));
    }

    static List<String> values(String pairs) {
      List<String> values = new ArrayList<>();
      for (String pair : pairs.split("&")) {
        values.add(Texts.unpercent(pair.substring(pair.indexOf('=') + 1)));
      }
      return values;
    }
  }

  /** JSON as the value of a form field. */
  record JsonInForm() implements BodyContainer.Form {
    @Override
    public byte[] write(List<Field> fields) {
      return Texts.bytes("event=created&payload=" + Texts.percent(JsonForm.object(fields)));
    }

    @Override
    public List<String> read(byte[] body) {
      return JsonForm.values(UrlEncoded.values(Texts.text(body)).get(1));
    }
  }
}
