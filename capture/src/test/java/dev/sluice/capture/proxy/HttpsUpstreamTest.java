package dev.sluice.capture.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.sluice.model.Exchange;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HttpsUpstreamTest {
  private static final String PASSWORD = "changeit";

  @TempDir Path folder;
  private HttpsServer upstream;

  @BeforeEach
  void startUpstream() throws Exception {
    upstream = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    upstream.setHttpsConfigurator(new HttpsConfigurator(tls(keystore())));
    upstream.createContext(
        "/",
        http -> {
          byte[] host = http.getRequestHeaders().getFirst("Host").getBytes(StandardCharsets.UTF_8);
          http.sendResponseHeaders(200, host.length);
          http.getResponseBody().write(host);
          http.close();
        });
    upstream.start();
  }

  @AfterEach
  void stopUpstream() {
    upstream.stop(0);
  }

  @Test
  void an_https_target_is_reached_under_its_own_name() throws Exception {
    PfxOptions trust =
        new PfxOptions().setPath(folder.resolve("k.p12").toString()).setPassword(PASSWORD);
    BlockingQueue<Exchange> exchanges = new LinkedBlockingQueue<>();
    try (RecordingProxy proxy =
        RecordingProxy.start(
            Recorded.config(target()),
            exchanges::add,
            new HttpClientOptions().setTrustOptions(trust))) {
      HttpResponse<String> answer = get(proxy);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(target().getAuthority());
      Exchange exchange = exchanges.poll(20, TimeUnit.SECONDS);
      assertThat(exchange).isNotNull();
      assertThat(exchange.request().url()).isEqualTo(target() + "/x");
    }
  }

  @Test
  void an_https_target_nobody_vouches_for_is_not_talked_to() throws Exception {
    try (Recorded recorded = new Recorded(target())) {
      assertThat(get(recorded.proxy).statusCode()).isEqualTo(502);
      assertThat(recorded.next().response()).isEmpty();
    }
  }

  private URI target() {
    return URI.create("https://localhost:" + upstream.getAddress().getPort());
  }

  private static HttpResponse<String> get(RecordingProxy proxy) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + proxy.port() + "/x")).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private Path keystore() throws Exception {
    Path file = folder.resolve("k.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "k",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    return file;
  }

  private static SSLContext tls(Path keystore) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keystore)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
