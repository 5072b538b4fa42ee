package dev.sluice.flink.stream;

import dev.sluice.capture.Decoders;
import dev.sluice.model.Finding;
import dev.sluice.model.SanitizedExchange;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;

/** The headers of a sanitized record; all are UTF-8 text, and none holds a value. */
public final class StreamHeaders {
  /** SHA-256 (hex) of policy and packs the exchange was sanitized under. */
  public static final String POLICY = "sluice-policy";

  /** The gate's verdict; always {@code pass}, for nothing else is written. */
  public static final String VERDICT = "sluice-verdict";

  /** Number of findings that were replaced. */
  public static final String FINDINGS = "sluice-findings";

  /** Findings by info type, sorted: {@code CREDIT_CARD=1,EMAIL_ADDRESS=3}; absent if none. */
  public static final String INFO_TYPES = "sluice-info-types";

  /** The raw record it was made from: {@code topic/partition/offset}. */
  public static final String RECORD = "sluice-record";

  /** The ledger's name of the run: {@code live}, or {@code b-<run>} for a backfill. */
  public static final String RUN = "sluice-run";

  /** {@link #TOO_LARGE}: the exchange has no content here; its snapshot has it. Else absent. */
  public static final String OMITTED = "sluice-omitted";

  static final String TOO_LARGE = "too-large";

  private StreamHeaders() {}

  static void add(Headers headers, SanitizedMessage message, String run) {
    SanitizedExchange exchange = message.exchange();
    put(headers, Decoders.FORMAT_HEADER, Decoders.SLUICE_JSON);
    put(headers, POLICY, exchange.policyDigest());
    put(headers, VERDICT, "pass");
    put(headers, FINDINGS, String.valueOf(exchange.findings().size()));
    if (!exchange.findings().isEmpty()) {
      put(headers, INFO_TYPES, infoTypes(exchange));
    }
    put(
        headers,
        RECORD,
        message.at().topic() + "/" + message.at().partition() + "/" + message.at().offset());
    put(headers, RUN, run);
  }

  private static String infoTypes(SanitizedExchange exchange) {
    Map<String, Long> counts =
        exchange.findings().stream()
            .collect(Collectors.groupingBy(Finding::infoType, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(count -> count.getKey() + "=" + count.getValue())
        .collect(Collectors.joining(","));
  }

  static void put(Headers headers, String name, String text) {
    headers.add(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
