package dev.sluice.flink.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;

/** A broker that asks for TLS and a password, with ACLs; its secrets are made for one run. */
public final class SecureBroker {
  private static final String PLAIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required ";

  private final Path folder;
  private final String password;
  private final String brokers;

  private SecureBroker(Path folder, String password, String brokers) {
    this.folder = folder;
    this.password = password;
    this.brokers = brokers;
  }

  /**
   * Starts one that lives as long as this process.
   *
   * @param password of the user {@code sluice} and of the key store
   */
  public static SecureBroker start(Path folder, String password) throws Exception {
    makeKeys(folder, password);
    Map<String, String> settings = new HashMap<>(stores(folder, password));
    settings.put("sasl.enabled.mechanisms", "PLAIN");
    settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
    settings.put(
        "listener.name.sasl_ssl.plain.sasl.jaas.config",
        PLAIN + "username=\"sluice\" password=\"%1$s\" user_sluice=\"%1$s\";".formatted(password));
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put("super.users", "User:sluice;User:ANONYMOUS");
    return new SecureBroker(folder, password, Broker.start(data(), "SASL_SSL", settings));
  }

  /** Not in the test's own folder: a broker whose data is deleted ends the process it runs in. */
  private static Path data() throws IOException {
    Files.createDirectories(Path.of("target"));
    return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "secure-broker");
  }

  private static Map<String, String> stores(Path folder, String password) {
    String store = folder.resolve("tls.p12").toString();
    return Map.of(
        "ssl.keystore.location", store,
        "ssl.keystore.password", password,
        "ssl.keystore.type", "PKCS12",
        "ssl.truststore.location", store,
        "ssl.truststore.password", password,
        "ssl.truststore.type", "PKCS12");
  }

  private static void makeKeys(Path folder, String password) throws Exception {
    ProcessBuilder keytool =
        new ProcessBuilder(
            (Path.of(System.getProperty("java.home"), "bin", "keytool")
                    + " -genkeypair -alias broker -keyalg EC -groupname secp256r1"
                    + " -dname CN=127.0.0.1 -ext san=ip:127.0.0.1 -validity 2"
                    + " -storetype PKCS12 -keystore tls.p12 -storepass:env STORE_PASS")
                .split(" "));
    keytool.environment().put("STORE_PASS", password);
    keytool.directory(folder.toFile()).redirectErrorStream(true);
    keytool.redirectOutput(folder.resolve("keytool.log").toFile());
    if (keytool.start().waitFor() != 0) {
      throw new IllegalStateException("keytool failed; see keytool.log");
    }
  }

  public String brokers() {
    return brokers;
  }

  /** The client's side of it, in a file that only its owner may read. */
  public Path clientFile() throws IOException {
    String store = folder.resolve("tls.p12").toString();
    Path file = folder.resolve("kafka.properties");
    Files.writeString(
        file,
        """
        security.protocol=SASL_SSL
        sasl.mechanism=PLAIN
        sasl.jaas.config=%susername="sluice" password="%s";
        ssl.truststore.location=%s
        ssl.truststore.password=%s
        ssl.truststore.type=PKCS12
        """
            .formatted(PLAIN, password, store, password));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
