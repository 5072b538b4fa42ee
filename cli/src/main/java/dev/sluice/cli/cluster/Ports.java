package dev.sluice.cli.cluster;

import dev.sluice.cli.stack.FreePort;

/**
 * Where the parts listen, all on 127.0.0.1.
 *
 * @param rpc where Flink's processes talk to the JobManager
 * @param rest Flink's REST interface
 * @param zooKeeper what keeps the JobManager's memory
 * @param postgres what keeps the catalog's index, if it is no file
 * @param metrics the first of those where Flink's processes tell Prometheus their metrics
 */
record Ports(
    int kafka, int s3, int rpc, int rest, int catalog, int zooKeeper, int postgres, int metrics) {
  /** How many {@link #metrics} has: each process takes the first that is free. */
  static final int METRICS = 16;

  /** Those of the documentation. */
  static final Ports USUAL = new Ports(19092, 19000, 16123, 18081, 18470, 12181, 15432, 19249);

  /** Those that nobody listens on. */
  static Ports free() {
    return new Ports(
        FreePort.next(),
        FreePort.next(),
        FreePort.next(),
        FreePort.next(),
        FreePort.next(),
        FreePort.next(),
        FreePort.next(),
        FreePort.next());
  }

  static final String HOST = "127.0.0.1";

  String brokers() {
    return HOST + ":" + kafka;
  }

  String s3Endpoint() {
    return "http://" + HOST + ":" + s3;
  }

  String restUrl() {
    return "http://" + HOST + ":" + rest;
  }

  String zooKeeperQuorum() {
    return HOST + ":" + zooKeeper;
  }

  String catalogUrl() {
    return "http://" + HOST + ":" + catalog;
  }
}
