package dev.sluice.capture.imports;

import dev.sluice.capture.Fidelity;
import dev.sluice.capture.internal.BadCapture;
import dev.sluice.capture.internal.Timestamps;
import dev.sluice.model.Capture;
import dev.sluice.model.QuarantineReason;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Makes an exchange of a pair of GoReplay halves. The pair's id is left out: it holds addresses.
 */
final class GorExchange {
  private static final String UNKNOWN_HOST = "unknown.invalid";

  private final ImportDefaults defaults;

  GorExchange(ImportDefaults defaults) {
    this.defaults = defaults;
  }

  Draft draft(GorPairs.Pair pair) throws BadCapture {
    GorRecord request = pair.request();
    if (request == null) {
      throw new BadCapture(QuarantineReason.MISSING_FIELD); // a response to nothing we have
    }
    Draft draft = new Draft(defaults);
    draft.ts = Timestamps.ofEpochNanos(request.ts());
    HttpMessage sent = HttpMessage.parse(request.http());
    String[] line = sent.startLine().split(" ", 3);
    if (line.length < 2) {
      throw new BadCapture(QuarantineReason.MALFORMED_CAPTURE);
    }
    draft.method = line[0];
    draft.protocol = line.length == 3 ? line[2] : "";
    draft.request = sent.requestMessage();
    draft.url = url(line[1], draft);
    GorRecord response = pair.response();
    if (response != null) {
      draft.durationMicros = latency(request, response);
      response(response, draft);
    }
    return draft;
  }

  Capture build(Draft draft) throws BadCapture {
    return draft.build(defaults);
  }

  private static void response(GorRecord response, Draft draft) throws BadCapture {
    HttpMessage received = HttpMessage.parse(response.http());
    String[] line = received.startLine().split(" ", 3);
    if (line.length < 2 || !line[1].matches("[1-5][0-9]{2}")) {
      throw new BadCapture(QuarantineReason.MALFORMED_CAPTURE);
    }
    draft.status = Integer.parseInt(line[1]);
    draft.response = received.responseMessage(draft.method, draft.status);
  }

  /** Equal times mean that the duration is the round trip; else it ends the response. */
  private static OptionalLong latency(GorRecord request, GorRecord response) {
    long nanos =
        response.ts() == request.ts()
            ? response.duration()
            : response.ts() + response.duration() - request.ts();
    return nanos < 0 || response.duration() < 0
        ? OptionalLong.empty()
        : OptionalLong.of(nanos / 1000);
  }

  private static String url(String target, Draft draft) {
    String lower = target.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://") || lower.startsWith("https://")) {
      return target;
    }
    String host =
        draft
            .request
            .header("host")
            .filter(h -> !h.isBlank())
            .orElseGet(
                () -> {
                  draft.notes.add(Fidelity.HOST_ASSUMED);
                  return UNKNOWN_HOST;
                });
    return "http://" + host.strip() + (target.startsWith("/") ? target : "/" + target);
  }
}
