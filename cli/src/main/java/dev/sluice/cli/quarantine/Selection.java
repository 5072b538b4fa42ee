package dev.sluice.cli.quarantine;

import dev.sluice.flink.quarantine.Pointer;
import dev.sluice.flink.quarantine.Pointers;
import dev.sluice.model.QuarantineReason;
import dev.sluice.model.SluiceException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which held records are meant. */
final class Selection {
  @Option(names = "--reason", paramLabel = "CODE", description = "Only those of this reason.")
  private @Nullable String reason;

  @Option(
      names = "--service",
      paramLabel = "ENV/NAME",
      description = "Only those of this service, where it is known.")
  private @Nullable String service;

  @Option(
      names = "--run",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Those that a backfill met; default: the live run's.")
  private String run;

  String run() {
    return run;
  }

  /** Whether only some of the run's are meant. */
  boolean isNarrowed() {
    return reason != null || service != null;
  }

  /** All pointers of the run. */
  Pointers read(Map<String, String> kafka, String topic) {
    return Pointers.read(kafka, topic, run);
  }

  /** Those that are meant. */
  List<Pointer> of(Pointers pointers) {
    return pointers.all().stream().filter(this::isMeant).toList();
  }

  private boolean isMeant(Pointer pointer) {
    return (reason == null || pointer.reason() == reason(reason))
        && (service == null || pointer.service().equals(service));
  }

  private static QuarantineReason reason(String code) {
    try {
      return QuarantineReason.ofCode(code);
    } catch (IllegalArgumentException e) {
      throw new SluiceException("there is no reason " + code + "; see sluice quarantine list");
    }
  }
}
