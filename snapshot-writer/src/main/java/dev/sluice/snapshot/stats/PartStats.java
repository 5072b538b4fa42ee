package dev.sluice.snapshot.stats;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.model.Baseline;
import dev.sluice.model.Direction;
import dev.sluice.model.EndpointBaseline;
import dev.sluice.model.Exchange;
import dev.sluice.model.FindingCount;
import dev.sluice.model.LineageRange;
import dev.sluice.model.PolicyTerms;
import dev.sluice.model.PolicyUse;
import dev.sluice.model.Provenance;
import dev.sluice.model.QuasiIdentifiers;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SluiceJson;
import dev.sluice.model.SnapshotId;
import dev.sluice.model.Uniqueness;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of a set of rows; merging two gives those of both, in any order. In a part's footer
 * they stand as JSON under {@link #FOOTER_KEY}. Holds names from sanitized exchanges only. Not
 * thread-safe.
 */
public final class PartStats {
  /** Footer key under which a part keeps them. */
  public static final String FOOTER_KEY = "sluice.stats";

  private static final int VERSION = 1;

  private final SortedMap<EndpointKey, EndpointStats> endpoints = new TreeMap<>();
  private final FindingStats findings = new FindingStats();
  private final SortedMap<String, Combinations> combinations = new TreeMap<>();
  private final SortedMap<String, Long> notes = new TreeMap<>();
  private final Lineage lineage = new Lineage();
  private final SortedSet<String> authorityHashes = new TreeSet<>();
  private final UsedPolicies policies = new UsedPolicies();
  private long rows;

  /** One endpoint in the footer. */
  record EndpointForm(String endpoint, Direction direction, EndpointStats.Form stats) {}

  /** The footer's JSON. */
  record Form(
      int version,
      long rows,
      List<EndpointForm> endpoints,
      List<FindingCount> findings,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<List<String>> findingSubjects,
      @JsonInclude(JsonInclude.Include.NON_EMPTY)
          @Nullable SortedMap<String, SortedMap<String, List<String>>> combinations,
      SortedMap<String, Long> notes,
      List<LineageRange> lineage,
      List<String> authorityHashes,
      UsedPolicies.@Nullable Form policies) {}

  /** Counts one row. */
  public void add(SanitizedExchange row) {
    Exchange exchange = row.exchange();
    rows++;
    policies.count(row.policyDigest());
    endpoints
        .computeIfAbsent(
            new EndpointKey(
                exchange.request().method() + " " + row.pathTemplate(), exchange.direction()),
            key -> new EndpointStats())
        .add(row);
    findings.add(row, policies.limitRarity());
    combine(row);
    for (String note : row.notes()) {
      notes.merge(note, 1L, Long::sum);
    }
  }

  private void combine(SanitizedExchange row) {
    List<QuasiIdentifiers> sets = policies.quasiIdentifiers(row.policyDigest());
    if (sets.isEmpty()) {
      return;
    }
    FieldsOfRow fields = FieldsOfRow.of(row);
    for (QuasiIdentifiers set : sets) {
      fields.combination(set.fields()).ifPresent(values -> at(set.name()).add(values, row));
    }
  }

  private Combinations at(String set) {
    return combinations.computeIfAbsent(set, s -> new Combinations());
  }

  /** Says where rows came from; ranges of one partition grow together. */
  public void addLineage(List<LineageRange> ranges) {
    ranges.forEach(lineage::add);
  }

  /** Adds hashes made by {@link AuthorityHash}. */
  public void addAuthorityHashes(Iterable<String> hashes) {
    hashes.forEach(authorityHashes::add);
  }

  /**
   * Says more about the policies whose digests the rows name. Before the rows: they say what to
   * measure.
   */
  public void addTerms(Iterable<PolicyTerms> terms) {
    terms.forEach(policies::add);
  }

  /** What is known of the policies the rows name. */
  public List<PolicyTerms> terms() {
    return List.copyOf(policies.terms());
  }

  /** Least subjects of what is named in a manifest: the strictest of all policies. */
  public int rarity() {
    return terms().stream().mapToInt(t -> t.rarity().orElse(1)).reduce(1, Math::max);
  }

  /**
   * What the rows were made under, by policy digest.
   *
   * @param otherwise of rows of which nobody said more than a digest
   */
  public List<PolicyUse> policies(Provenance otherwise) {
    return policies.uses(rows, otherwise);
  }

  /** Adds everything of the other. */
  public void merge(PartStats other) {
    rows += other.rows;
    other.endpoints.forEach(
        (key, stats) -> endpoints.computeIfAbsent(key, k -> new EndpointStats()).merge(stats));
    findings.merge(other.findings);
    other.combinations.forEach((set, some) -> at(set).merge(some));
    other.notes.forEach((note, count) -> notes.merge(note, count, Long::sum));
    addLineage(other.lineage());
    addAuthorityHashes(other.authorityHashes);
    policies.merge(other.policies);
  }

  public long rows() {
    return rows;
  }

  /** Sorted by rule, then location. */
  public List<FindingCount> findings() {
    return findings.counts(1);
  }

  /**
   * The same without the names of rare locations, which stand together as {@code request.body:*}.
   *
   * @param rarity least different subjects of a location that is named, at most 10
   */
  public List<FindingCount> findings(int rarity) {
    return findings.counts(rarity);
  }

  /** Of all sets of fields that policies declare, sorted by name. */
  public List<Uniqueness> uniqueness() {
    SortedSet<String> sets = new TreeSet<>(combinations.keySet());
    terms().forEach(t -> t.quasiIdentifiers().forEach(set -> sets.add(set.name())));
    return sets.stream()
        .map(set -> combinations.getOrDefault(set, new Combinations()).uniqueness(set))
        .toList();
  }

  /** Exchanges by fidelity note. */
  public SortedMap<String, Long> notes() {
    return new TreeMap<>(notes);
  }

  /** One range for each topic and partition, sorted. */
  public List<LineageRange> lineage() {
    return lineage.ranges();
  }

  /** Sorted. */
  public List<String> authorityHashes() {
    return List.copyOf(authorityHashes);
  }

  /** Latency, errors and throughput over the snapshot's window, of each endpoint. */
  public Baseline baseline(SnapshotId id) {
    return baseline(id, 1);
  }

  /**
   * The same without the names of rare endpoints, which stand together as {@code METHOD *}.
   *
   * @param rarity least different subjects of an endpoint that is named, at most 10
   */
  public Baseline baseline(SnapshotId id, int rarity) {
    EndpointStats all = new EndpointStats();
    SortedMap<EndpointKey, EndpointStats> shown = new TreeMap<>();
    endpoints.forEach(
        (key, stats) -> {
          all.merge(stats);
          EndpointKey name = rarity > 1 && stats.subjects() < rarity ? key.unnamed() : key;
          shown.computeIfAbsent(name, k -> new EndpointStats()).merge(stats);
        });
    List<EndpointBaseline> each = new ArrayList<>();
    shown.forEach((key, stats) -> each.add(stats.baseline(key)));
    // "Overall" mixes directions; the form asks for one, and most snapshots are of inbound traffic.
    Direction direction =
        endpoints.keySet().stream().allMatch(key -> key.direction() == Direction.OUTBOUND)
            ? Direction.OUTBOUND
            : Direction.INBOUND;
    double seconds = Math.max(1, id.window().toSeconds());
    return new Baseline(all.baseline(new EndpointKey("*", direction)), each, rows / seconds);
  }

  /** The footer's form; equal statistics give equal bytes. */
  public byte[] toBytes() {
    List<EndpointForm> forms = new ArrayList<>();
    endpoints.forEach(
        (key, stats) -> forms.add(new EndpointForm(key.endpoint(), key.direction(), stats.form())));
    Form form =
        new Form(
            VERSION,
            rows,
            forms,
            findings(),
            findings.subjects(),
            combinationsForm(),
            notes(),
            lineage(),
            authorityHashes(),
            policies.form());
    try {
      return SluiceJson.mapper().writeValueAsString(form).getBytes(StandardCharsets.UTF_8);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new SluiceException("cannot write a part's statistics");
    }
  }

  private SortedMap<String, SortedMap<String, List<String>>> combinationsForm() {
    SortedMap<String, SortedMap<String, List<String>>> form = new TreeMap<>();
    combinations.forEach((set, some) -> form.put(set, some.form()));
    return form;
  }

  /** Reads {@link #toBytes()}. */
  public static PartStats fromBytes(byte[] bytes) {
    Form form = SluiceJson.read(bytes, Form.class);
    if (form.version() != VERSION) {
      throw new SluiceException("a part's statistics have the unknown version " + form.version());
    }
    PartStats stats = new PartStats();
    stats.rows = form.rows();
    for (EndpointForm e : form.endpoints()) {
      stats.endpoints.put(
          new EndpointKey(e.endpoint(), e.direction()), EndpointStats.of(e.stats()));
    }
    form.findings().forEach(stats.findings::add);
    if (form.findingSubjects() != null) {
      stats.findings.addSubjects(form.findingSubjects());
    }
    if (form.combinations() != null) {
      form.combinations().forEach((set, some) -> stats.at(set).merge(Combinations.of(some)));
    }
    stats.notes.putAll(form.notes());
    stats.addLineage(form.lineage());
    stats.addAuthorityHashes(form.authorityHashes());
    if (form.policies() != null) {
      stats.policies.merge(UsedPolicies.of(form.policies()));
    }
    return stats;
  }
}
