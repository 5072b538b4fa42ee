package dev.sluice.cli.cluster;

/**
 * Where the parts listen, all on 127.0.0.1.
 *
 * @param rpc where Flink's processes talk to the JobManager
 * @param rest Flink's REST interface
 */
record Ports(int kafka, int s3, int rpc, int rest, int catalog) {
  /** Those of the documentation. */
  static final Ports USUAL = new Ports(19092, 19000, 16123, 18081, 18470);

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

  String catalogUrl() {
    return "http://" + HOST + ":" + catalog;
  }
}
