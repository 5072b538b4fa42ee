package dev.sluice.snapshot.read;

import static org.apache.parquet.filter2.predicate.FilterApi.and;
import static org.apache.parquet.filter2.predicate.FilterApi.binaryColumn;
import static org.apache.parquet.filter2.predicate.FilterApi.eq;
import static org.apache.parquet.filter2.predicate.FilterApi.gtEq;
import static org.apache.parquet.filter2.predicate.FilterApi.intColumn;
import static org.apache.parquet.filter2.predicate.FilterApi.longColumn;
import static org.apache.parquet.filter2.predicate.FilterApi.lt;
import static org.apache.parquet.filter2.predicate.FilterApi.ltEq;

import dev.sluice.model.PartInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.io.api.Binary;

/** A {@link ReadFilter} as Parquet understands it. */
final class Pushdown {
  private Pushdown() {}

  static Optional<FilterPredicate> predicate(ReadFilter filter) {
    List<FilterPredicate> all = new ArrayList<>();
    filter.from().ifPresent(from -> all.add(gtEq(longColumn("ts"), ceilMicros(from))));
    filter.to().ifPresent(to -> all.add(lt(longColumn("ts"), ceilMicros(to))));
    filter.statusFrom().ifPresent(low -> all.add(gtEq(intColumn("status"), low)));
    filter.statusTo().ifPresent(high -> all.add(ltEq(intColumn("status"), high)));
    addText(all, "method", filter.method());
    addText(all, "path_template", filter.pathTemplate());
    addText(all, "trace_id", filter.traceId());
    addText(all, "session_id", filter.sessionId());
    return all.stream().reduce((a, b) -> and(a, b));
  }

  /** Whether the part's time range lets it hold matching rows. */
  static boolean mayMatch(ReadFilter filter, PartInfo part) {
    boolean tooEarly = filter.from().map(from -> part.maxTs().isBefore(from)).orElse(false);
    boolean tooLate = filter.to().map(to -> !part.minTs().isBefore(to)).orElse(false);
    return !tooEarly && !tooLate;
  }

  private static void addText(List<FilterPredicate> all, String column, Optional<String> value) {
    value.ifPresent(text -> all.add(eq(binaryColumn(column), Binary.fromString(text))));
  }

  /** Rows have whole microseconds, so rounding a bound up keeps both comparisons exact. */
  private static long ceilMicros(Instant instant) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).isBefore(instant) ? micros + 1 : micros;
  }
}
