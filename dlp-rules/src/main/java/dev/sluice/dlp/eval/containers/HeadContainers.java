package dev.sluice.dlp.eval.containers;

import dev.sluice.model.Exchange;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Containers in the URL and the headers. */
final class HeadContainers {
  private static final String QUERY = "https://api.orchid.io/v1/orders?";
  private static final Predicate<String> ONE_LINE = value -> value.indexOf('\n') < 0;

  private HeadContainers() {}

  /** A container made of two functions. */
  private record Head(
      String name,
      boolean hasNames,
      Predicate<String> accepted,
      BiFunction<List<Field>, Field, Exchange> writer,
      Function<Exchange, List<String>> reader)
      implements Container {

    @Override
    public boolean takes(String value) {
      return accepted.test(value);
    }

    @Override
    public Exchange write(List<Field> fields, int planted) {
      return writer.apply(fields, fields.get(planted));
    }

    @Override
    public List<String> read(Exchange exchange) {
      return reader.apply(exchange);
    }
  }

  static List<Container> all() {
    return List.of(
        new Head(
            "query",
            true,
            v -> true,
            (all, f) -> Messages.get(QUERY + TextForms.UrlEncoded.pairs(all)),
            e -> query(e)),
        new Head(
            "query, encoded twice",
            true,
            v -> true,
            (all, f) -> Messages.get(QUERY + twice(all)),
            e -> query(e).stream().map(Texts::unpercent).toList()),
        new Head("path segment", false, ONE_LINE, HeadContainers::path, e -> segments(e)),
        new Head("header", true, ONE_LINE, HeadContainers::header, e -> headers(e)),
        new Head("cookie", true, v -> true, HeadContainers::cookie, e -> cookies(e)),
        new Head(
            "basic auth",
            false,
            v -> ONE_LINE.test(v) && v.indexOf(':') < 0,
            HeadContainers::basic,
            e -> List.of(Messages.header(e, "Accept"), user(e))),
        new Head("JWT claims", true, v -> true, HeadContainers::jwt, e -> claims(e)));
  }

  private static List<String> query(Exchange exchange) {
    String url = exchange.request().url();
    return TextForms.UrlEncoded.values(url.substring(url.indexOf('?') + 1));
  }

  private static String twice(List<Field> fields) {
    return fields.stream()
        .map(f -> f.name() + "=" + Texts.percent(Texts.percent(f.value())))
        .collect(Collectors.joining("&"));
  }

  private static Exchange path(List<Field> fields, Field planted) {
    return Messages.get(
        "https://api.orchid.io/v1/lookup/" + Texts.percent(planted.value()) + "/orders?page=2");
  }

  private static List<String> segments(Exchange exchange) {
    String url = exchange.request().url();
    String start = "https://api.orchid.io/v1/lookup/";
    String end = "/orders?page=2";
    if (!url.startsWith(start) || !url.endsWith(end)) {
      return List.of();
    }
    return List.of(
        start, Texts.unpercent(url.substring(start.length(), url.length() - end.length())), end);
  }

  private static Exchange header(List<Field> fields, Field planted) {
    String kebab =
        planted
            .name()
            .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .replace('_', '-')
            .toLowerCase(Locale.ROOT);
    String name = kebab.startsWith("x-") ? kebab : "x-" + kebab;
    return Messages.get(
        "https://api.orchid.io/v1/orders",
        "Accept",
        "application/json",
        name,
        planted.value(),
        "Cache-Control",
        "no-cache");
  }

  private static List<String> headers(Exchange exchange) {
    return exchange.request().headers().stream().map(h -> h.value()).toList();
  }

  private static Exchange cookie(List<Field> fields, Field planted) {
    return Messages.get(
        "https://api.orchid.io/v1/orders",
        "Accept",
        "application/json",
        "Cookie",
        "lang=en; " + planted.name() + "=" + Texts.percent(planted.value()) + "; theme=dark");
  }

  private static List<String> cookies(Exchange exchange) {
    return List.of(Messages.header(exchange, "Cookie").split("; ")).stream()
        .map(c -> Texts.unpercent(c.substring(c.indexOf('=') + 1)))
        .toList();
  }

  private static Exchange basic(List<Field> fields, Field planted) {
    return Messages.get(
        "https://api.orchid.io/v1/orders",
        "Accept",
        "application/json",
        "Authorization",
        "Basic " + Texts.base64(planted.value() + ":correct-horse-9"));
  }

  private static String user(Exchange exchange) {
    String pair = Texts.unbase64(Messages.header(exchange, "Authorization").substring(6));
    return pair.substring(0, pair.indexOf(':'));
  }

  private static Exchange jwt(List<Field> fields, Field planted) {
    String token =
        Texts.url64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")
            + "."
            + Texts.url64(JsonForm.object(fields))
            + "."
            + Texts.url64("a signature of 32 bytes, or so. ");
    return Messages.get(
        "https://api.orchid.io/v1/orders",
        "Accept",
        "application/json",
        "Authorization",
        "Bearer " + token);
  }

  private static List<String> claims(Exchange exchange) {
    return JsonForm.values(
        Texts.unurl64(Messages.header(exchange, "Authorization").split("\\.")[1]));
  }
}
