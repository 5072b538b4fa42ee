package dev.sluice.cli.offline;

import dev.sluice.capture.Decoded;
import dev.sluice.capture.canonical.CanonicalReader;
import dev.sluice.capture.canonical.CanonicalWriter;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Terminal;
import dev.sluice.dlp.Engine;
import dev.sluice.model.QuarantineReason;
import dev.sluice.model.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Canonical captures in, canonical sanitized exchanges out, in the same order; a capture that does
 * not pass leaves {@code {"id","quarantined"}} or {@code {"id","filtered"}}.
 */
final class SanitizeLines {
  private final Terminal terminal;
  private final Engine engine;
  private long passed;
  private long held;
  private long unreadable;

  SanitizeLines(Terminal terminal, Engine engine) {
    this.terminal = terminal;
    this.engine = engine;
  }

  /** One row of the result. */
  private record Row(byte[] bytes, boolean passed, boolean readable) {}

  int run() throws IOException {
    LineReader lines = new LineReader(terminal.in());
    for (List<LineReader.Line> batch = lines.next(); !batch.isEmpty(); batch = lines.next()) {
      for (Row row : batch.parallelStream().map(l -> sanitize(l.bytes())).toList()) {
        write(row);
      }
      terminal.out().flush();
    }
    terminal.note(passed + " sanitized, " + held + " quarantined or left out");
    if (unreadable > 0) {
      terminal.note(unreadable + " lines are not JSON");
      return ExitCode.USAGE;
    }
    return ExitCode.OK;
  }

  private void write(Row row) {
    terminal.out().write(row.bytes(), 0, row.bytes().length);
    terminal.out().write('\n');
    passed += row.passed() ? 1 : 0;
    held += row.passed() ? 0 : 1;
    unreadable += row.readable() ? 0 : 1;
  }

  private Row sanitize(byte[] line) {
    Decoded decoded = CanonicalReader.decode(line);
    if (decoded instanceof Decoded.Failed failed) {
      boolean readable =
          failed.reason() != QuarantineReason.MALFORMED_CAPTURE || LineJson.isJson(line);
      return held(line, "quarantined", failed.reason().code(), readable);
    }
    Verdict verdict = engine.sanitize(((Decoded.Ok) decoded).capture());
    if (verdict instanceof Verdict.Pass pass) {
      return new Row(CanonicalWriter.write(pass.exchange()), true, true);
    }
    if (verdict instanceof Verdict.Quarantine quarantine) {
      return held(line, "quarantined", quarantine.reason().code(), true);
    }
    return verdict instanceof Verdict.Filtered filtered
        ? held(line, "filtered", filtered.rule(), true)
        : held(line, "sampled", ((Verdict.SampledOut) verdict).stratum(), true);
  }

  private static Row held(byte[] line, String outcome, String why, boolean readable) {
    Optional<String> id = LineJson.keptId(line).map(text -> '"' + text + '"');
    String row = "{\"id\":" + id.orElse("null") + ",\"" + outcome + "\":\"" + why + "\"}";
    return new Row(row.getBytes(StandardCharsets.UTF_8), false, readable);
  }
}
