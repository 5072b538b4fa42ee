package dev.sluice.capture.proxy;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Locale;

/** Where requests go: connections to the target, and the URLs of what is sent there. */
final class Upstream {
  private final HttpClient client;
  private final boolean tls;
  private final String host;
  private final int port;
  private final String prefix;

  Upstream(HttpClient client, URI target) {
    this.client = client;
    this.tls = isTls(target);
    this.host = target.getHost();
    this.port = target.getPort() >= 0 ? target.getPort() : tls ? 443 : 80;
    String path = target.getRawPath() == null ? "" : target.getRawPath();
    this.prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  static boolean isTls(URI target) {
    return "https".equals(String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT));
  }

  Future<HttpClientRequest> request(HttpMethod method, String requestTarget) {
    return client.request(
        new RequestOptions()
            .setMethod(method)
            .setHost(host)
            .setPort(port)
            .setSsl(tls)
            .setURI(uri(requestTarget)));
  }

  /** What stands in the Host header: the port only where it is not the usual one. */
  String authority() {
    boolean usual = port == (tls ? 443 : 80);
    return usual ? host : host + ":" + port;
  }

  String url(String requestTarget) {
    return (tls ? "https://" : "http://") + authority() + uri(requestTarget);
  }

  /** Path and query for the target; clients that take us for a forward proxy send a whole URL. */
  private String uri(String requestTarget) {
    int scheme = requestTarget.indexOf("://");
    boolean absolute = scheme > 0 && !requestTarget.startsWith("/");
    if (!absolute) {
      return prefix + requestTarget;
    }
    int path = requestTarget.indexOf('/', scheme + 3);
    return prefix + (path < 0 ? "/" : requestTarget.substring(path));
  }
}
