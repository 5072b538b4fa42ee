package dev.sluice.snapshot.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.SanitizedExchange;
import dev.sluice.snapshot.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An independent reader opens a part as it is. */
class DuckDbTest {
  @TempDir Path dir;

  @Test
  void duckDbAgreesOnCountTimesAndSums() throws Exception {
    List<SanitizedExchange> exchanges = Samples.many(11, 3_000);
    PartFile part = PartEncoder.encode(Samples.rows(exchanges), PartMeta.NONE);
    Path file = Files.write(dir.resolve("part.parquet"), part.bytes());

    long durations =
        exchanges.stream().mapToLong(e -> e.exchange().durationMicros().orElse(0)).sum();
    long bodies = exchanges.stream().mapToLong(e -> e.exchange().request().body().size()).sum();
    long findings = exchanges.stream().mapToLong(e -> e.findings().size()).sum();
    long answered = exchanges.stream().filter(e -> e.exchange().response().isPresent()).count();

    String sql =
        "select count(*), epoch_us(min(ts)), epoch_us(max(ts)), sum(duration_micros),"
            + " sum(octet_length(request_body)), sum(len(findings)), count(status), typeof(any_value(ts)),"
            + " count(*) filter (findings[1].info_type = 'EMAIL_ADDRESS') from '"
            + file
            + "'";
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      assertThat(row.getLong(1)).isEqualTo(3_000);
      assertThat(row.getLong(2)).isEqualTo(micros(part.minTs()));
      assertThat(row.getLong(3)).isEqualTo(micros(part.maxTs()));
      assertThat(row.getLong(4)).isEqualTo(durations);
      assertThat(row.getLong(5)).isEqualTo(bodies);
      assertThat(row.getLong(6)).isEqualTo(findings);
      assertThat(row.getLong(7)).isEqualTo(answered);
      assertThat(row.getString(8)).isEqualTo("TIMESTAMP WITH TIME ZONE");
      assertThat(row.getLong(9))
          .isEqualTo(exchanges.stream().filter(e -> !e.findings().isEmpty()).count());
    }
  }

  private static long micros(java.time.Instant instant) {
    return ChronoUnit.MICROS.between(java.time.Instant.EPOCH, instant);
  }
}
