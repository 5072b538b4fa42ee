package dev.sluice.dlp.walk;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is known about header fields by their names (lower case). */
final class HeaderKinds {

  /** How a header's value is taken apart. */
  enum Kind {
    /** Standard, no user data by definition; scanned, but never tokenized unseen. */
    STANDARD,
    AUTHORIZATION,
    COOKIE,
    SET_COOKIE,
    URL,
    LINK,
    HOST,
    CLIENT_IP,
    USER_AGENT,
    TRACEPARENT,
    TRACE_STATE,
    TRACE_ID,
    SPAN_ID,
    REQUEST_ID,
    ETAG,
    SECRET,
    /** A signature over the message or its body. */
    SIGNATURE,
    GEO,
    BODY_LENGTH,
    BODY_DIGEST,
    GRPC_MESSAGE,
    GRPC_BINARY,
    /** Anything else. */
    OTHER
  }

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("authorization", Kind.AUTHORIZATION),
          Map.entry("proxy-authorization", Kind.AUTHORIZATION),
          Map.entry("x-amzn-remapped-authorization", Kind.AUTHORIZATION),
          Map.entry("cookie", Kind.COOKIE),
          Map.entry("cookie2", Kind.COOKIE),
          Map.entry("set-cookie", Kind.SET_COOKIE),
          Map.entry("referer", Kind.URL),
          Map.entry("origin", Kind.URL),
          Map.entry("location", Kind.URL),
          Map.entry("content-location", Kind.URL),
          Map.entry("x-original-url", Kind.URL),
          Map.entry("x-rewrite-url", Kind.URL),
          Map.entry(":path", Kind.URL),
          Map.entry("link", Kind.LINK),
          Map.entry("refresh", Kind.LINK),
          Map.entry("host", Kind.HOST),
          Map.entry(":authority", Kind.HOST),
          Map.entry("x-forwarded-host", Kind.HOST),
          Map.entry("x-forwarded-for", Kind.CLIENT_IP),
          Map.entry("forwarded", Kind.CLIENT_IP),
          Map.entry("x-real-ip", Kind.CLIENT_IP),
          Map.entry("cf-connecting-ip", Kind.CLIENT_IP),
          Map.entry("cf-connecting-ipv6", Kind.CLIENT_IP),
          Map.entry("true-client-ip", Kind.CLIENT_IP),
          Map.entry("x-client-ip", Kind.CLIENT_IP),
          Map.entry("x-cluster-client-ip", Kind.CLIENT_IP),
          Map.entry("x-envoy-external-address", Kind.CLIENT_IP),
          Map.entry("fastly-client-ip", Kind.CLIENT_IP),
          Map.entry("user-agent", Kind.USER_AGENT),
          Map.entry("x-original-user-agent", Kind.USER_AGENT),
          Map.entry("traceparent", Kind.TRACEPARENT),
          Map.entry("tracestate", Kind.TRACE_STATE),
          Map.entry("baggage", Kind.TRACE_STATE),
          Map.entry("correlation-context", Kind.TRACE_STATE),
          Map.entry("x-b3-traceid", Kind.TRACE_ID),
          Map.entry("x-datadog-trace-id", Kind.TRACE_ID),
          Map.entry("x-b3-spanid", Kind.SPAN_ID),
          Map.entry("x-b3-parentspanid", Kind.SPAN_ID),
          Map.entry("x-datadog-parent-id", Kind.SPAN_ID),
          Map.entry("b3", Kind.REQUEST_ID),
          Map.entry("uber-trace-id", Kind.REQUEST_ID),
          Map.entry("x-cloud-trace-context", Kind.REQUEST_ID),
          Map.entry("x-amzn-trace-id", Kind.TRACE_STATE),
          Map.entry("x-request-id", Kind.REQUEST_ID),
          Map.entry("request-id", Kind.REQUEST_ID),
          Map.entry("x-correlation-id", Kind.REQUEST_ID),
          Map.entry("x-trace-id", Kind.REQUEST_ID),
          Map.entry("x-amz-request-id", Kind.REQUEST_ID),
          Map.entry("x-amzn-requestid", Kind.REQUEST_ID),
          Map.entry("x-amz-id-2", Kind.REQUEST_ID),
          Map.entry("x-amz-cf-id", Kind.REQUEST_ID),
          Map.entry("x-github-request-id", Kind.REQUEST_ID),
          Map.entry("x-ms-request-id", Kind.REQUEST_ID),
          Map.entry("x-ms-client-request-id", Kind.REQUEST_ID),
          Map.entry("x-fastly-request-id", Kind.REQUEST_ID),
          Map.entry("cf-ray", Kind.REQUEST_ID),
          Map.entry("cf-request-id", Kind.REQUEST_ID),
          Map.entry("idempotency-key", Kind.REQUEST_ID),
          Map.entry("etag", Kind.ETAG),
          Map.entry("if-none-match", Kind.ETAG),
          Map.entry("if-match", Kind.ETAG),
          Map.entry("if-range", Kind.ETAG),
          Map.entry("x-api-key", Kind.SECRET),
          Map.entry("api-key", Kind.SECRET),
          Map.entry("apikey", Kind.SECRET),
          Map.entry("dd-api-key", Kind.SECRET),
          Map.entry("dd-application-key", Kind.SECRET),
          Map.entry("x-auth-token", Kind.SECRET),
          Map.entry("x-access-token", Kind.SECRET),
          Map.entry("x-csrf-token", Kind.SECRET),
          Map.entry("x-xsrf-token", Kind.SECRET),
          Map.entry("x-goog-api-key", Kind.SECRET),
          Map.entry("x-amz-security-token", Kind.SECRET),
          Map.entry("x-vault-token", Kind.SECRET),
          Map.entry("private-token", Kind.SECRET),
          Map.entry("x-forwarded-client-cert", Kind.SECRET),
          Map.entry("sec-websocket-key", Kind.SECRET),
          Map.entry("sec-websocket-accept", Kind.SECRET),
          Map.entry("grpc-message", Kind.GRPC_MESSAGE),
          Map.entry("content-length", Kind.BODY_LENGTH),
          Map.entry("content-md5", Kind.BODY_DIGEST),
          Map.entry("digest", Kind.BODY_DIGEST),
          Map.entry("content-digest", Kind.BODY_DIGEST),
          Map.entry("repr-digest", Kind.BODY_DIGEST),
          Map.entry("x-goog-hash", Kind.BODY_DIGEST),
          Map.entry("x-amz-content-sha256", Kind.BODY_DIGEST),
          Map.entry("x-amz-checksum-crc32", Kind.BODY_DIGEST),
          Map.entry("x-amz-checksum-crc32c", Kind.BODY_DIGEST),
          Map.entry("x-amz-checksum-sha1", Kind.BODY_DIGEST),
          Map.entry("x-amz-checksum-sha256", Kind.BODY_DIGEST));

  private static final Set<String> STANDARD =
      Set.of(
          "accept",
          "accept-ch",
          "accept-charset",
          "accept-encoding",
          "accept-language",
          "accept-patch",
          "accept-ranges",
          "access-control-allow-credentials",
          "access-control-allow-headers",
          "access-control-allow-methods",
          "access-control-allow-origin",
          "access-control-expose-headers",
          "access-control-max-age",
          "access-control-request-headers",
          "access-control-request-method",
          "age",
          "allow",
          "alt-svc",
          "cache-control",
          "connection",
          "content-disposition",
          "content-encoding",
          "content-language",
          "content-range",
          "content-security-policy",
          "content-type",
          "cross-origin-opener-policy",
          "cross-origin-resource-policy",
          "date",
          "dnt",
          "expect",
          "expires",
          "grpc-accept-encoding",
          "grpc-encoding",
          "grpc-status",
          "grpc-timeout",
          "if-modified-since",
          "if-unmodified-since",
          "keep-alive",
          "last-modified",
          "max-forwards",
          "origin-agent-cluster",
          "permissions-policy",
          "pragma",
          "prefer",
          "priority",
          "range",
          "referrer-policy",
          "retry-after",
          "sec-ch-ua",
          "sec-ch-ua-mobile",
          "sec-ch-ua-platform",
          "sec-fetch-dest",
          "sec-fetch-mode",
          "sec-fetch-site",
          "sec-fetch-user",
          "sec-websocket-extensions",
          "sec-websocket-protocol",
          "sec-websocket-version",
          "server",
          "server-timing",
          "strict-transport-security",
          "te",
          "timing-allow-origin",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "upgrade-insecure-requests",
          "vary",
          "via",
          "warning",
          "www-authenticate",
          "proxy-authenticate",
          "x-content-type-options",
          "x-dns-prefetch-control",
          "x-download-options",
          "x-forwarded-port",
          "x-forwarded-proto",
          "x-forwarded-scheme",
          "x-frame-options",
          "x-permitted-cross-domain-policies",
          "x-powered-by",
          "x-requested-with",
          "x-robots-tag",
          "x-ua-compatible",
          "x-xss-protection",
          ":method",
          ":scheme",
          ":status");

  private HeaderKinds() {}

  static Kind of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Kind kind = KINDS.get(lower);
    if (kind != null) {
      return kind;
    }
    if (STANDARD.contains(lower)) {
      return Kind.STANDARD;
    }
    if (lower.startsWith("x-geo-")
        || lower.startsWith("cf-ip")
        || lower.startsWith("x-appengine-c")) {
      return Kind.GEO;
    }
    if (lower.endsWith("-bin")) {
      return Kind.GRPC_BINARY;
    }
    if (SignatureWalker.isHeader(lower)) {
      return Kind.SIGNATURE;
    }
    return isSecret(lower) ? Kind.SECRET : Kind.OTHER;
  }

  private static boolean isSecret(String name) {
    return name.endsWith("-token")
        || name.endsWith("-api-key")
        || name.endsWith("-secret")
        || name.endsWith("-apikey")
        || name.endsWith("-session-id")
        || name.endsWith("-session");
  }
}
