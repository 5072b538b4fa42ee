package dev.sluice.flink.stack;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Broken, lying and torn records, each with the canary in it. Seeded. */
public final class Hostile {
  private Hostile() {}

  /** Fixed attacks, then {@code mutants} mutations of a good capture. */
  public static List<byte[]> records(Instant ts, int mutants) {
    List<byte[]> records = new ArrayList<>(fixed(ts));
    Random random = new Random(42);
    for (int i = 0; i < mutants; i++) {
      records.add(mutant(Captures.capture("checkout", i, ts.plusMillis(i)), random));
    }
    return records;
  }

  private static List<byte[]> fixed(Instant ts) {
    String c = Captures.CANARY;
    String good = new String(Captures.capture("checkout", 7, ts), StandardCharsets.UTF_8);
    List<String> texts = new ArrayList<>();
    texts.add("");
    texts.add(c);
    texts.add("\"" + c + "\"");
    texts.add("{\"" + c + "\":");
    texts.add("[".repeat(10_000) + "\"" + c + "\"");
    texts.add(good.replaceFirst("\"ts\":\"[^\"]*\"", "\"ts\":\"" + c + "\""));
    texts.add(good.replaceFirst("\"ts\":\"[^\"]*\"", "\"ts\":\"2099-01-01T00:00:00Z\""));
    texts.add(good.replaceFirst("\"ts\":\"[^\"]*\",?", ""));
    texts.add(good.replaceFirst("\"ts\":\"[^\"]*\"", "\"ts\":\"+999999999-12-31T23:59:59Z\""));
    texts.add(good.replaceFirst("\"ts\":\"[^\"]*\"", "\"ts\":\"-999999999-01-01T00:00:00Z\""));
    texts.add(good.replaceFirst("\"service\":\"[^\"]*\"", "\"service\":\"../../" + c + "\""));
    texts.add(good.replaceFirst("\"env\":\"[^\"]*\"", "\"env\":\"" + c + "\""));
    texts.add(good.replaceFirst("\"durationMicros\":\\d+", "\"durationMicros\":\"" + c + "\""));
    texts.add(good.replaceFirst("\"status\":\\d+", "\"status\":\"" + c + "\""));
    texts.add(good.replaceFirst("\"url\":\"[^\"]*\"", "\"url\":\"http://[" + c + "\""));
    texts.add(good.replaceFirst("\"bodyEncoding\":\"[^\"]*\"", "\"bodyEncoding\":\"" + c + "\""));
    List<byte[]> records = new ArrayList<>();
    texts.forEach(text -> records.add(text.getBytes(StandardCharsets.UTF_8)));
    records.add(invalidUtf8(c));
    return records;
  }

  private static byte[] invalidUtf8(String canary) {
    byte[] bytes = ("{\"id\":\"  " + canary + "\"}").getBytes(StandardCharsets.UTF_8);
    bytes[7] = (byte) 0xC3;
    bytes[8] = (byte) 0x28;
    return bytes;
  }

  private static byte[] mutant(byte[] good, Random random) {
    byte[] bytes = good.clone();
    switch (random.nextInt(3)) {
      case 0 -> {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      case 1 -> {
        for (int i = 0; i < 3; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
      }
      default -> {
        int at = random.nextInt(bytes.length);
        int length = Math.min(random.nextInt(40), bytes.length - at);
        System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
      }
    }
    return bytes;
  }
}
