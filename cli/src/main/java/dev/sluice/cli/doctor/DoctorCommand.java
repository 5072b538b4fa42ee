package dev.sluice.cli.doctor;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Terminal;
import dev.sluice.job.KafkaOptions;
import dev.sluice.job.KeyOptions;
import dev.sluice.job.StoreOptions;
import dev.sluice.model.SluiceException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice doctor}: looks at what a job needs, and changes nothing that stays. */
@Command(
    name = "doctor",
    description = {
      "Check key, Kafka, topics, who may read them, bucket and catalog; say what to do.",
      "Exit code 1 if a job would fail or would not be safe."
    })
public final class DoctorCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private KeyOptions key;
  @Mixin private StoreOptions store;
  @Mixin private KafkaOptions kafka;
  @Mixin private JsonOption json;

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      defaultValue = "captures.raw",
      description = "Raw captures; default: ${DEFAULT-VALUE}.")
  private String topic;

  @Option(
      names = "--quarantine-topic",
      paramLabel = "NAME",
      defaultValue = "captures.quarantine",
      description = "Pointers to what was held back; default: ${DEFAULT-VALUE}.")
  private String quarantineTopic;

  @Option(names = "--catalog", paramLabel = "URL", description = "A catalog to look at too.")
  private @Nullable URI catalog;

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Finding> found = new ArrayList<>();
    found.add(key());
    found.addAll(new KafkaCheck(kafka).look(topic, quarantineTopic));
    found.addAll(bucket());
    if (catalog != null) {
      found.add(CatalogCheck.look(catalog));
    }
    if (json.isSet()) {
      Json.print(terminal, Map.of("findings", found));
    } else {
      found.forEach(finding -> terminal.print(finding.line()));
    }
    return found.stream().anyMatch(f -> f.state() == Finding.State.FAIL)
        ? ExitCode.CHECK_FAILED
        : ExitCode.OK;
  }

  private Finding key() {
    String variable = terminal.environment().getOrDefault(KeyOptions.VARIABLE, "");
    return key.file().map(KeyCheck::file).orElseGet(() -> KeyCheck.variable(!variable.isBlank()));
  }

  private List<Finding> bucket() {
    try {
      return BucketCheck.look(store.config(terminal.environment()));
    } catch (SluiceException e) {
      return List.of(
          Finding.fail("bucket", String.valueOf(e.getMessage()), "the job writes nowhere else"));
    }
  }
}
