package dev.sluice.flink.access;

import dev.sluice.model.SluiceException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings of Kafka clients that reach the brokers over TLS and with SASL. What stands in the
 * properties file never travels: settings refer to it, and each process reads its own copy at the
 * same path.
 */
public final class KafkaAccess {
  private static final String PROVIDER = "sluice";

  private KafkaAccess() {}

  /** Brokers that take anybody. */
  public static Map<String, String> open(String brokers) {
    return Map.of("bootstrap.servers", brokers);
  }

  /**
   * Brokers as a file of {@code security.*}, {@code ssl.*} and {@code sasl.*} settings says.
   *
   * @throws SluiceException if others may read the file, or it holds other settings
   */
  public static Map<String, String> of(String brokers, Path file) {
    Path absolute = file.toAbsolutePath();
    Map<String, String> settings = new TreeMap<>(open(brokers));
    settings.put("config.providers", PROVIDER);
    settings.put("config.providers." + PROVIDER + ".class", SecretFileProvider.class.getName());
    for (String name : SecretFile.read(absolute).keySet()) {
      if (!name.matches("(security|ssl|sasl)\\.[a-z0-9.]+")) {
        throw new SluiceException(
            absolute + " sets " + name + "; only security.*, ssl.* and sasl.* belong there");
      }
      settings.put(name, "${" + PROVIDER + ":" + absolute + ":" + name + "}");
    }
    return settings;
  }
}
