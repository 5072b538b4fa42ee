package dev.sluice.flink.access;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.provider.ConfigProvider;

/**
 * Puts the values of a {@link SecretFile} in place of references like {@code
 * ${sluice:/path/file:name}}, in the process that makes the Kafka client. Kafka makes it by its
 * name.
 */
public final class SecretFileProvider implements ConfigProvider {
  @Override
  public ConfigData get(String path) {
    return new ConfigData(SecretFile.read(Path.of(path)));
  }

  @Override
  public ConfigData get(String path, Set<String> keys) {
    Map<String, String> wanted = new TreeMap<>(SecretFile.read(Path.of(path)));
    wanted.keySet().retainAll(keys);
    return new ConfigData(wanted);
  }

  @Override
  public void configure(Map<String, ?> settings) {}

  @Override
  public void close() {}
}
