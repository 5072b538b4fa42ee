package dev.sluice.catalog.server.index;

import dev.sluice.catalog.server.db.Database;
import dev.sluice.catalog.server.db.Labels;
import dev.sluice.catalog.server.db.SnapshotTable;
import dev.sluice.catalog.server.db.StatusHistory;
import dev.sluice.catalog.server.problem.ErrorCode;
import dev.sluice.model.SnapshotId;
import dev.sluice.model.SnapshotStatus;
import dev.sluice.model.catalog.Resolution;
import dev.sluice.model.catalog.SnapshotSummary;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns {@code ID | service@latest | service@label | service@2026-11-22T12:00Z} into an immutable
 * id. Thread-safe.
 *
 * <p>The newest <em>approved</em> revision counts: a newer one still in review does not hide it.
 */
public final class Resolver {
  private static final Pattern SERVICE = Pattern.compile("[a-z0-9-]{1,63}");

  private final Database db;
  private final Clock clock;

  public Resolver(Database db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * Resolves a name.
   *
   * @param env which environment; may be empty where the service has only one
   * @param asOf answers with the approvals of that time
   * @param includeUnapproved takes every status but ERASED
   */
  public Resolution resolve(
      String name, Optional<String> env, Optional<Instant> asOf, boolean includeUnapproved) {
    if (SnapshotId.isWellFormed(name)) {
      return byId(name, includeUnapproved);
    }
    int at = name.indexOf('@');
    if (at < 1 || !SERVICE.matcher(name.substring(0, at)).matches()) {
      throw ErrorCode.BAD_REQUEST.with(
          "a name is ID, service@latest, service@label or service@2026-11-22T12:00Z");
    }
    String service = name.substring(0, at);
    String selector = name.substring(at + 1);
    Optional<Instant> covering = time(selector);
    boolean label = covering.isEmpty() && !selector.equals("latest");
    return newest(
        new StatusHistory.Wanted(
            service,
            Optional.of(environment(service, env)),
            label ? Optional.of(selector) : Optional.empty(),
            covering,
            asOf.orElseGet(clock::instant),
            !includeUnapproved));
  }

  private Resolution byId(String id, boolean includeUnapproved) {
    SnapshotSummary found =
        db.read(h -> SnapshotTable.find(h, id))
            .orElseThrow(() -> ErrorCode.UNKNOWN_SNAPSHOT.with("the catalog has no " + id));
    if (found.status() == SnapshotStatus.ERASED) {
      throw ErrorCode.ERASED.with(id + " was erased; look up another revision");
    }
    if (found.status() != SnapshotStatus.APPROVED && !includeUnapproved) {
      throw ErrorCode.NOTHING_RESOLVED.with(
          id + " is " + found.status() + ", not APPROVED; approve it or ask for unapproved ones");
    }
    return resolution(found);
  }

  private String environment(String service, Optional<String> env) {
    if (env.isPresent()) {
      return env.get();
    }
    List<String> known = db.read(h -> Labels.environments(h, service));
    if (known.size() > 1) {
      throw ErrorCode.AMBIGUOUS_NAME.with(service + " has snapshots of " + known + "; add env=…");
    }
    return known.stream()
        .findFirst()
        .orElseThrow(
            () -> ErrorCode.NOTHING_RESOLVED.with("no snapshot of " + service + " is known"));
  }

  private Resolution newest(StatusHistory.Wanted wanted) {
    return db.read(h -> StatusHistory.resolve(h, wanted).flatMap(id -> SnapshotTable.find(h, id)))
        .map(Resolver::resolution)
        .orElseThrow(
            () ->
                ErrorCode.NOTHING_RESOLVED.with(
                    "no "
                        + (wanted.approvedOnly() ? "approved " : "")
                        + "snapshot of "
                        + wanted.service()
                        + " fits; look the service up to see what exists"));
  }

  private static Resolution resolution(SnapshotSummary s) {
    return new Resolution(s.id(), s.manifestKey(), s.manifestDigest(), s.contentDigest());
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
