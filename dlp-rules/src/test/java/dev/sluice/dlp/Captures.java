package dev.sluice.dlp;

import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.model.Body;
import dev.sluice.model.Capture;
import dev.sluice.model.Direction;
import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import dev.sluice.model.Request;
import dev.sluice.model.Response;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.Trace;
import dev.sluice.model.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Captures for tests, and the engine they go through. */
final class Captures {
  static final Policy POLICY = Policy.defaults().withFullRescanShare(1);

  private Captures() {}

  static KeyRing key() {
    byte[] master = new byte[32];
    for (int i = 0; i < master.length; i++) {
      master[i] = (byte) (i * 7);
    }
    return KeyRing.of(master);
  }

  static Engine engine() {
    return engine(POLICY);
  }

  static Engine engine(Policy policy) {
    return Engine.create(new EngineConfig(policy, RulePacks.builtin(), key()));
  }

  static List<Header> headers(String... pairs) {
    List<Header> headers = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      headers.add(new Header(pairs[i], pairs[i + 1]));
    }
    return headers;
  }

  static Request post(String url, String type, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new Request(
        "POST",
        url,
        headers("Content-Type", type, "Content-Length", Integer.toString(bytes.length)),
        Body.of(bytes));
  }

  static Request get(String url, String... headers) {
    return new Request("GET", url, headers(headers), Body.EMPTY);
  }

  static Response json(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new Response(
        200,
        headers(
            "Content-Type", "application/json", "Content-Length", Integer.toString(bytes.length)),
        Body.of(bytes));
  }

  static Capture capture(Request request, Response response) {
    return capture("ex-1", request, Optional.of(response));
  }

  static Capture capture(String id, Request request, Optional<Response> response) {
    return new Capture(
        new Exchange(
            id,
            Instant.parse("2026-11-22T12:00:00.123456Z"),
            "test",
            "shop",
            Direction.INBOUND,
            "HTTP/1.1",
            OptionalLong.of(31_000),
            request,
            response,
            Trace.NONE,
            Map.of()));
  }

  /** The same as of another environment. */
  static Capture of(String env, Capture capture) {
    Exchange x = capture.raw();
    return new Capture(
        new Exchange(
            x.id(),
            x.ts(),
            env,
            x.service(),
            x.direction(),
            x.protocol(),
            x.durationMicros(),
            x.request(),
            x.response(),
            x.trace(),
            x.tags()));
  }

  static SanitizedExchange pass(Engine engine, Capture capture) {
    Verdict verdict = engine.sanitize(capture);
    if (verdict instanceof Verdict.Pass pass) {
      return pass.exchange();
    }
    throw new AssertionError("not passed: " + verdict);
  }

  static String text(Body body) {
    return new String(body.bytes(), StandardCharsets.UTF_8);
  }

  static String responseText(SanitizedExchange exchange) {
    return text(exchange.exchange().response().orElseThrow().body());
  }

  static String requestText(SanitizedExchange exchange) {
    return text(exchange.exchange().request().body());
  }
}
