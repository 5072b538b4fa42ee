package dev.sluice.capture.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Passes one request on and its response back, buffer by buffer, with back-pressure both ways.
 * Nothing of the bodies is changed. Confined to one event loop.
 */
final class Forwarding {
  /** Set anew, or answered here already. */
  private static final Set<String> OURS = Set.of("host", "expect");

  private final HttpServerRequest request;
  private final HttpServerResponse answer;
  private final Recording recording;
  private final LongAdder requestBytes;
  private final LongAdder responseBytes;
  private @Nullable HttpClientRequest sent;
  private boolean over;

  Forwarding(
      HttpServerRequest request,
      Recording recording,
      LongAdder requestBytes,
      LongAdder responseBytes) {
    this.request = request;
    this.answer = request.response();
    this.recording = recording;
    this.requestBytes = requestBytes;
    this.responseBytes = responseBytes;
  }

  void start(Upstream upstream) {
    request.pause();
    answer.exceptionHandler(e -> abandon());
    answer.closeHandler(v -> abandon());
    upstream
        .request(request.method(), request.uri())
        .onSuccess(connected -> guarded(() -> send(connected, upstream.authority())))
        .onFailure(e -> failed());
  }

  private void send(HttpClientRequest out, String authority) {
    out.exceptionHandler(e -> failed()); // before anything can fail: unhandled it would be logged
    if (over) {
      out.reset();
      return;
    }
    sent = out;
    out.response().onSuccess(in -> guarded(() -> respond(in))).onFailure(e -> failed());
    out.headers().set("Host", authority);
    ForwardedHeaders.copy(request.headers(), out.headers(), OURS);
    out.setChunked(ForwardedHeaders.isChunked(request.headers()));
    request.handler(bytes -> passUp(bytes, out));
    request.exceptionHandler(e -> abandon());
    request.endHandler(
        v -> {
          recording.requestEnd();
          out.end();
        });
    request.resume();
  }

  private void passUp(Buffer bytes, HttpClientRequest out) {
    if (over) {
      return;
    }
    recording.requestBytes(bytes);
    requestBytes.add(bytes.length());
    out.write(bytes);
    if (out.writeQueueFull()) {
      request.pause();
      out.drainHandler(v -> request.resume());
    }
  }

  private void respond(HttpClientResponse in) {
    if (over) {
      return;
    }
    recording.response(in);
    answer.setStatusCode(in.statusCode());
    answer.setStatusMessage(in.statusMessage());
    ForwardedHeaders.copy(in.headers(), answer.headers(), Set.of());
    boolean streamed = isStreamed(in);
    in.handler(bytes -> passDown(bytes, in));
    in.exceptionHandler(e -> failed());
    in.endHandler(v -> end(in));
    if (streamed) {
      answer.setChunked(true);
      answer.writeHead(); // a client of an event stream waits for this before the first event
    }
  }

  /** Whether the body's length is not known beforehand. */
  private boolean isStreamed(HttpClientResponse in) {
    int status = in.statusCode();
    boolean bodiless = request.method().name().equals("HEAD") || status == 204 || status == 304;
    return !bodiless
        && in.getHeader("content-length") == null
        && request.version() != HttpVersion.HTTP_1_0;
  }

  private void passDown(Buffer bytes, HttpClientResponse in) {
    if (over) {
      return;
    }
    recording.responseBytes(bytes);
    responseBytes.add(bytes.length());
    answer.write(bytes);
    if (answer.writeQueueFull()) {
      in.pause();
      answer.drainHandler(v -> in.resume());
    }
  }

  private void end(HttpClientResponse in) {
    if (over) {
      return;
    }
    over = true;
    if (answer.isChunked()) {
      ForwardedHeaders.copy(in.trailers(), answer.trailers(), Set.of());
    }
    answer.end();
    recording.responseEnd();
    recording.finish();
    discardRest();
  }

  /** The target is not there, or broke off. */
  private void failed() {
    if (over) {
      return;
    }
    over = true;
    if (answer.headWritten()) {
      answer.reset(); // the client must see that the body is not whole
    } else {
      answer.headers().clear();
      answer
          .setChunked(false)
          .setStatusCode(502)
          .setStatusMessage("Bad Gateway")
          .putHeader("content-type", "text/plain")
          .end("The recording proxy could not get an answer from its target.\n");
    }
    recording.finish();
    discardRest();
  }

  /** The client is gone. */
  private void abandon() {
    if (over) {
      return;
    }
    over = true;
    if (sent != null) {
      sent.reset();
    }
    recording.finish();
  }

  /** So that the connection is free for the next request. */
  private void discardRest() {
    if (!request.isEnded()) {
      request.handler(bytes -> {});
      request.endHandler(v -> {});
      request.resume();
    }
  }

  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      failed(); // for instance a header that may not be passed on; its text is not repeated
    }
  }
}
