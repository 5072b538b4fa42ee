package dev.sluice.capture.imports;

import dev.sluice.capture.Fidelity;
import java.io.InputStream;
import java.util.Set;
import java.util.function.BiFunction;

/** The file formats that can be imported. */
enum Format {
  SLUICE_JSON("sluice-json", Set.of(), (in, d) -> LineEntries.canonical(in)),
  HAR("har", Set.of(Fidelity.METADATA_DROPPED), HarEntries::new),
  GOREPLAY("goreplay", Set.of(), GorEntries::new),
  RRPAIR_JSONL(
      "rrpair",
      Set.of(Fidelity.HEADERS_MERGED, Fidelity.METADATA_DROPPED),
      (in, d) -> LineEntries.of(in, new RrPairJson(d)::decode)),
  RRPAIR_MD(
      "rrpair", Set.of(Fidelity.HEADERS_MERGED, Fidelity.METADATA_DROPPED), RrPairMdEntries::new);

  private final String label;
  private final Set<String> notes;
  private final BiFunction<InputStream, ImportDefaults, Entries> reader;

  Format(String label, Set<String> notes, BiFunction<InputStream, ImportDefaults, Entries> reader) {
    this.label = label;
    this.notes = notes;
    this.reader = reader;
  }

  String label() {
    return label;
  }

  /** What no file of this format can carry. */
  Set<String> notes() {
    return notes;
  }

  Entries entries(InputStream content, ImportDefaults defaults) {
    return reader.apply(content, defaults);
  }
}
