package dev.sluice.dlp.eval.containers;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Forms with tags, and multipart. */
final class MarkupForms {
  private static final Pattern ELEMENT = Pattern.compile("<[A-Za-z_][\\w-]*>([^<]*)</");
  private static final Pattern ATTRIBUTE = Pattern.compile(" value=\"([^\"]*)\"");
  private static final Pattern NAMED_ATTRIBUTE = Pattern.compile(" [A-Za-z_][\\w-]*=\"([^\"]*)\"");
  private static final Pattern PART =
      Pattern.compile("name=\"[^\"]*\"\r\n\r\n(.*?)\r\n--", Pattern.DOTALL);
  private static final Pattern FILE = Pattern.compile("json\r\n\r\n(.*?)\r\n--", Pattern.DOTALL);

  private MarkupForms() {}

  /** Elements between {@code before} and {@code after}. */
  record Elements(String before, String after) implements BodyContainer.Form {
    static Elements xml() {
      return new Elements("<?xml version=\"1.0\"?>\n<order quantity=\"2\">\n", "</order>\n");
    }

    static Elements soap() {
      return new Elements(
          "<?xml version=\"1.0\"?>\n<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Header/>"
              + "<soap:Body><m:CreateOrder xmlns:m=\"urn:orders\">",
          "</m:CreateOrder></soap:Body></soap:Envelope>");
    }

    @Override
    public byte[] write(List<Field> fields) {
      return Texts.bytes(
          fields.stream()
              .map(f -> "<" + f.name() + ">" + Texts.markup(f.value()) + "</" + f.name() + ">\n")
              .collect(Collectors.joining("", before, after)));
    }

    @Override
    public List<String> read(byte[] body) {
      return unmarkup(Texts.groups(ELEMENT, Texts.text(body)));
    }
  }

  /** Attributes of one XML element. */
  record Attributes() implements BodyContainer.Form {
    @Override
    public byte[] write(List<Field> fields) {
      return Texts.bytes(
          fields.stream()
              .map(f -> " " + f.name() + "=\"" + Texts.markup(f.value()) + "\"")
              .collect(Collectors.joining("", "<order", " quantity=\"2\"/>")));
    }

    @Override
    public List<String> read(byte[] body) {
      return unmarkup(Texts.groups(NAMED_ATTRIBUTE, Texts.text(body)));
    }

    @Override
    public boolean takesLines() {
      return false;
    }
  }

  /** A page with a form that is filled in. */
  record Inputs() implements BodyContainer.Form {
    @Override
    public byte[] write(List<Field> fields) {
      return Texts.bytes(
          fields.stream()
              .map(
                  f ->
                      "<input name=\""
                          + f.name()
                          + "\" value=\""
                          + Texts.markup(f.value())
                          + "\">\n")
              .collect(
                  Collectors.joining(
                      "", "<!doctype html>\n<html><body><form>\n", "</form></body></html>")));
    }

    @Override
    public List<String> read(byte[] body) {
      return unmarkup(Texts.groups(ATTRIBUTE, Texts.text(body)));
    }

    @Override
    public boolean takesLines() {
      return false;
    }
  }

  /** RFC 7578, a part for each field. */
  record Parts() implements BodyContainer.Form {
    static final String TYPE = "multipart/form-data; boundary=xYzZY";

    @Override
    public byte[] write(List<Field> fields) {
      return Texts.bytes(
          fields.stream()
              .map(
                  f ->
                      "--xYzZY\r\nContent-Disposition: form-data; name=\""
                          + f.name()
                          + "\"\r\n\r\n"
                          + f.value()
                          + "\r\n")
              .collect(Collectors.joining("", "", "--xYzZY--\r\n")));
    }

    @Override
    public List<String> read(byte[] body) {
      return Texts.groups(PART, Texts.text(body));
    }
  }

  /** RFC 7578, one JSON file. */
  record FilePart() implements BodyContainer.Form {
    @Override
    public byte[] write(List<Field> fields) {
      return Texts.bytes(
          "--xYzZY\r\nContent-Disposition: form-data; name=\"file\"; filename=\"order.json\"\r\n"
              + "Content-Type: application/json\r\n\r\n"
              + JsonForm.object(fields)
              + "\r\n--xYzZY--\r\n");
    }

    @Override
    public List<String> read(byte[] body) {
      return JsonForm.values(Texts.groups(FILE, Texts.text(body)).get(0));
    }
  }

  private static List<String> unmarkup(List<String> texts) {
    return texts.stream().map(Texts::unmarkup).toList();
  }
}
