package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import java.util.Locale;
import java.util.Set;

/**
 * Signatures over a message: those of webhooks, of AWS and GCS requests and of presigned URLs. They
 * no longer fit what was rewritten, and only a holder of the key can make new ones. So they get a
 * surrogate of their shape, and the finding says {@code resign}.
 */
final class SignatureWalker {
  private static final Set<String> SIGNATURES =
      Set.of("x-amz-signature", "x-goog-signature", "sig", "signature");
  private static final Set<String> CREDENTIALS = Set.of("x-amz-credential", "x-goog-credential");
  private static final Set<String> TIMES = Set.of("t", "ts", "timestamp", "time");

  /** Shorter items are versions and key ids. */
  private static final int LEAST = 16;

  private final ValueWalker values;

  SignatureWalker(ValueWalker values) {
    this.values = values;
  }

  /** Whether a header of that name (lower case) holds a signature over the message. */
  static boolean isHeader(String name) {
    return name.endsWith("-signature")
        || name.equals("signature")
        || (name.contains("-signature-") && !name.endsWith("timestamp"))
        || name.contains("-hmac-")
        || name.endsWith("-hmac")
        || name.endsWith("-transmission-sig");
  }

  /** Whether a query parameter is a part of a signed URL. */
  static boolean isParameter(String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    return CREDENTIALS.contains(lower) || (SIGNATURES.contains(lower) && value.length() >= LEAST);
  }

  String parameter(String name, String value, ValueContext context, Where where) {
    return CREDENTIALS.contains(name.toLowerCase(Locale.ROOT))
        ? credential(value, context, where)
        : signature(value, context, where);
  }

  /** {@code key/date/region/service/…}: the scope behind the key id is no secret. */
  String credential(String value, ValueContext context, Where where) {
    int slash = value.indexOf('/');
    String key = slash < 0 ? value : value.substring(0, slash);
    String scope = slash < 0 ? "" : value.substring(slash);
    return values.sensitive(key, Forced.AUTH_PARAMETER, context, where) + scope;
  }

  String signature(String value, ValueContext context, Where where) {
    return value.isEmpty() ? value : values.forced(value, Forced.SIGNATURE, context, where);
  }

  /** {@code v0=hex}, {@code sha256=hex}, {@code t=time,v1=hex}, {@code v1,base64}, or base64. */
  String header(String value, ValueContext context, Where where) {
    StringBuilder out = new StringBuilder(value.length());
    int at = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || ",; ".indexOf(value.charAt(i)) >= 0) {
        out.append(item(value.substring(at, i), context, where));
        if (i < value.length()) {
          out.append(value.charAt(i));
        }
        at = i + 1;
      }
    }
    return out.toString();
  }

  private String item(String item, ValueContext context, Where where) {
    int equals = item.indexOf('=');
    boolean named = equals > 0 && equals <= 12 && equals < item.length() - 2;
    if (!named) {
      return item.length() < LEAST
          ? values.reviewed(item, context, where)
          : signature(item, context, where);
    }
    String name = item.substring(0, equals);
    String rest = item.substring(equals + 1);
    String after =
        TIMES.contains(name)
            ? values.reviewed(rest, ValueContext.of(Place.HEADER, "timestamp"), where)
            : signature(rest, context, where);
    return name + "=" + after;
  }
}
