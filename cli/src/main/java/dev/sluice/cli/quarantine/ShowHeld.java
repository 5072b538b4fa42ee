package dev.sluice.cli.quarantine;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Engines;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.io.TextTable;
import dev.sluice.dlp.Engine;
import dev.sluice.flink.quarantine.Audit;
import dev.sluice.flink.quarantine.MaskedRecord;
import dev.sluice.job.EngineOptions;
import dev.sluice.job.KeyOptions;
import dev.sluice.job.StoreOptions;
import dev.sluice.model.RecordPointer;
import dev.sluice.model.SluiceException;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Store;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice quarantine show}. */
@Command(
    name = "show",
    description = {
      "Show the shape of a raw record, never a value: letters as a or A, digits as 9.",
      "Writes who looked and what for to the bucket before it looks."
    },
    footer = {
      "",
      "Examples:",
      "  sluice quarantine show captures.raw/0/4711 --masked --brokers kafka:9092 --purpose 'ticket 12'"
    })
final class ShowHeld implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private TopicOptions topics;
  @Mixin private EngineOptions engine;
  @Mixin private KeyOptions key;
  @Mixin private StoreOptions store;
  @Mixin private AuditOptions audit;
  @Mixin private JsonOption json;

  @Parameters(
      paramLabel = "RECORD",
      converter = PointerText.class,
      description = "topic/partition/offset, as list shows it.")
  private RecordPointer record;

  @Option(names = "--masked", required = true, description = "Required: there is no other view.")
  private boolean masked;

  @Option(
      names = "--bytes",
      paramLabel = "N",
      defaultValue = "2000",
      description = "How much of the record to show; default: ${DEFAULT-VALUE}.")
  private int bytes;

  ShowHeld(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (bytes < 0) {
      throw new SluiceException("--bytes is 0 or more");
    }
    Engine judge = Engines.open(engine, key, terminal);
    try (ObjectStore bucket = S3Store.open(store.config(terminal.environment()))) {
      Audit.write(bucket, "show", audit.name(), audit.purpose(), List.of(record.toString()));
    }
    print(MaskedRecord.read(topics.kafka(), record, judge, engine.policy(), bytes));
    return ExitCode.OK;
  }

  private void print(MaskedRecord found) {
    if (json.isSet()) {
      Json.print(terminal, found);
      return;
    }
    terminal.note(found.bytes() + " bytes, appended " + found.appended());
    terminal.note("under these rules: " + found.verdict() + " " + found.errorClass());
    terminal.print(found.masked());
    TextTable table = new TextTable("rule", "location", "before", "after");
    found.findings().forEach(f -> table.row(f.ruleId(), f.location(), f.before(), f.after()));
    if (!table.isEmpty()) {
      table.print(terminal);
    }
  }
}
