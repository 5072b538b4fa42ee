package dev.sluice.cli.doctor;

import java.util.Arrays;

/** Whether an address stays on this machine. */
final class Loopback {
  private Loopback() {}

  static boolean is(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
  }

  /** Whether all of {@code host:port,host:port} do. */
  static boolean all(String brokers) {
    return Arrays.stream(brokers.split(","))
        .allMatch(broker -> is(broker.strip().replaceFirst(":\\d+$", "")));
  }
}
