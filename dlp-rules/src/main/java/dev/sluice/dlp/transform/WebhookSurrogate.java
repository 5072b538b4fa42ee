package dev.sluice.dlp.transform;

import java.util.Set;

/** A URL whose secret is its path: scheme, host and the vendor's fixed segments stay. */
final class WebhookSurrogate implements Surrogate {
  private static final Set<String> FIXED =
      Set.of("services", "api", "webhooks", "hooks", "workflows", "webhookb2", "IncomingWebhook");

  private final Shape shape;

  WebhookSurrogate(Prf prf) {
    this.shape = new Shape("WEBHOOK_URL", prf);
  }

  @Override
  public String make(String value, Draw draw) {
    int path = path(value);
    StringBuilder out = new StringBuilder(value.substring(0, path));
    for (String segment : value.substring(path).split("(?<=/)")) {
      String plain = segment.endsWith("/") ? segment.substring(0, segment.length() - 1) : segment;
      out.append(FIXED.contains(plain) ? segment : shape.draw(segment, 0, draw));
    }
    return out.toString();
  }

  private static int path(String value) {
    int scheme = value.indexOf("://");
    int slash = scheme < 0 ? -1 : value.indexOf('/', scheme + 3);
    int userinfo = value.indexOf('@');
    boolean plain = slash >= 0 && (userinfo < 0 || userinfo > slash);
    return plain ? slash : 0;
  }
}
