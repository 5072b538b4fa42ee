package dev.sluice.cli.bench;

import java.util.Arrays;

/** What a thread of the job is at, told from its stack; the first that fits. */
enum Stage {
  GATE("gate", "dev.sluice.dlp.gate.", "hasSurvivors"),
  SANITIZE("sanitize", "dev.sluice.dlp.", ""),
  DECODE("decode", "dev.sluice.capture.", ""),
  UPLOAD("upload", "dev.sluice.snapshot.store.", ""),
  PARQUET("parquet", "dev.sluice.snapshot.part.", ""),
  ROWS("rows and digest", "dev.sluice.snapshot.", ""),
  PASS("pass through", "dev.sluice.benchmarks.", ""),
  WAITING("waiting", "", ""),
  REST("Flink and Kafka", "", "");

  private final String label;
  private final String classes;
  private final String method;

  Stage(String label, String classes, String method) {
    this.label = label;
    this.classes = classes;
    this.method = method;
  }

  String label() {
    return label;
  }

  static Stage of(Thread.State state, StackTraceElement[] stack) {
    return Arrays.stream(values())
        .filter(s -> !s.classes.isEmpty() && s.isOn(stack))
        .findFirst()
        .orElse(state == Thread.State.RUNNABLE ? REST : WAITING);
  }

  private boolean isOn(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .anyMatch(
            f ->
                f.getClassName().startsWith(classes)
                    || !method.isEmpty() && f.getMethodName().equals(method));
  }
}
