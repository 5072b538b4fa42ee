package dev.sluice.cli.stack;

import dev.sluice.model.SluiceException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * An S3 server (S3Proxy) over a folder, on the loopback interface. Conditional writes and multipart
 * uploads behave as the real thing.
 */
public final class EmbeddedS3 implements AutoCloseable {
  /** Credentials of the embedded server: it listens on the loopback interface only. */
  public static final String ACCESS_KEY = "sluice";

  public static final String SECRET_KEY = "sluice-local";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final S3Proxy server;

  private EmbeddedS3(S3Proxy server) {
    this.server = server;
  }

  /**
   * Starts the server over {@code dir}; a bucket is a folder in it.
   *
   * @param port where clients connect, 0 for any free one
   */
  public static EmbeddedS3 start(Path dir, String bucket, int port) {
    try {
      Files.createDirectories(dir.resolve(bucket));
      S3Proxy server =
          S3Proxy.builder()
              .blobStore(new FilesystemNio2BlobStore(dir.toString()))
              .endpoint(URI.create("http://127.0.0.1:" + port))
              .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
              .build();
      server.start();
      awaitStarted(server);
      return new EmbeddedS3(server);
    } catch (Exception e) {
      throw new SluiceException("cannot start the S3 server over " + dir, e);
    }
  }

  private static void awaitStarted(S3Proxy server) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!server.getState().equals("STARTED")) {
      if (System.nanoTime() > deadline) {
        throw new SluiceException(
            "the S3 server did not start within " + PATIENCE.toSeconds() + " s");
      }
      Thread.sleep(5);
    }
  }

  public String endpoint() {
    return "http://127.0.0.1:" + server.getPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new SluiceException("the S3 server did not stop cleanly", e);
    }
  }
}
