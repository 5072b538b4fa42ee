package dev.sluice.snapshot.store;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** A real S3 server over a folder, on a free port. */
public final class S3Server implements AutoCloseable {
  private final S3Proxy proxy;

  private S3Server(S3Proxy proxy) {
    this.proxy = proxy;
  }

  public static S3Server start(Path dir) throws Exception {
    return start(dir, 0);
  }

  static S3Server start(Path dir, int port) throws Exception {
    Files.createDirectories(dir);
    S3Proxy proxy =
        S3Proxy.builder()
            .blobStore(new FilesystemNio2BlobStore(dir.toString()))
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .awsAuthentication(AuthenticationType.AWS_V4, "ak", "sk-secret")
            .build();
    proxy.start();
    while (!proxy.getState().equals("STARTED")) {
      Thread.onSpinWait();
    }
    return new S3Server(proxy);
  }

  public int port() {
    return proxy.getPort();
  }

  public S3Config config(String bucket) {
    return new S3Config(
        "http://127.0.0.1:" + proxy.getPort(), "us-east-1", bucket, "ak", "sk-secret");
  }

  @Override
  public void close() throws Exception {
    proxy.stop();
  }
}
