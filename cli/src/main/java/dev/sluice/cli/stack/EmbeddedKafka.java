package dev.sluice.cli.stack;

import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real one-node Kafka (KRaft: broker and controller together) on the loopback interface. Keeps
 * its data in a folder and finds it again there.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private final KafkaRaftServer server;
  private final String brokers;

  private EmbeddedKafka(KafkaRaftServer server, String brokers) {
    this.server = server;
    this.brokers = brokers;
  }

  /**
   * Starts the node.
   *
   * @param port where clients connect, 0 for any free one
   */
  public static EmbeddedKafka start(Path dir, int port) {
    int listen = port == 0 ? FreePort.next() : port;
    String brokers = "127.0.0.1:" + listen;
    try {
      Files.createDirectories(dir);
      format(dir);
      Properties settings = settings(dir, brokers, "127.0.0.1:" + FreePort.next());
      KafkaRaftServer server =
          new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
      server.startup();
      return new EmbeddedKafka(server, brokers);
    } catch (Exception e) {
      throw new SluiceException("cannot start Kafka on " + brokers + " with data in " + dir, e);
    }
  }

  private static void format(Path dir) throws Exception {
    if (Files.exists(dir.resolve("meta.properties"))) {
      return;
    }
    new Formatter()
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(1)
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(dir.toString())
        .addDirectory(dir.toString())
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run();
  }

  private static Properties settings(Path dir, String brokers, String controller)
      throws IOException {
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", "1");
    p.put("controller.quorum.voters", "1@" + controller);
    p.put("listeners", "PLAINTEXT://" + brokers + ",CONTROLLER://" + controller);
    p.put("advertised.listeners", "PLAINTEXT://" + brokers);
    p.put("controller.listener.names", "CONTROLLER");
    p.put("inter.broker.listener.name", "PLAINTEXT");
    p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.put("log.dirs", dir.toRealPath().toString());
    p.put("auto.create.topics.enable", "false");
    singleNode(p);
    small(p);
    return p;
  }

  private static void singleNode(Properties p) {
    p.put("offsets.topic.replication.factor", "1");
    p.put("offsets.topic.num.partitions", "1");
    p.put("transaction.state.log.replication.factor", "1");
    p.put("transaction.state.log.min.isr", "1");
    p.put("transaction.state.log.num.partitions", "1");
    p.put("share.coordinator.state.topic.replication.factor", "1");
    p.put("group.initial.rebalance.delay.ms", "0");
  }

  /** Two cores are shared with everything else in the process. */
  private static void small(Properties p) {
    p.put("num.network.threads", "2");
    p.put("num.io.threads", "2");
    p.put("background.threads", "2");
    p.put("log.cleaner.enable", "false");
    p.put("controlled.shutdown.enable", "false");
  }

  /** {@code host:port} for clients. */
  public String brokers() {
    return brokers;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
