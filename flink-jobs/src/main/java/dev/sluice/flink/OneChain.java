package dev.sluice.flink;

import dev.sluice.model.SluiceException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.graph.StreamConfig;

/** The names of the raw chain, and the proof that a graph runs it as one task. */
final class OneChain {
  static final String SOURCE = "sluice-source";
  static final String SANITIZE = "sluice-sanitize";
  static final String MARK = "sluice-mark";
  static final String STREAM = "sluice-sanitized";
  static final String SINK = "sluice-snapshots";

  private static final List<String> LINKS = List.of(SANITIZE, MARK, SINK + ": Writer");

  private OneChain() {}

  static void require(JobGraph graph) {
    boolean whole =
        StreamSupport.stream(graph.getVertices().spliterator(), false).anyMatch(OneChain::isWhole);
    if (!whole) {
      throw new SluiceException(
          "source, sanitizer and writer are not one chain; is operator chaining switched off?");
    }
  }

  private static boolean isWhole(JobVertex vertex) {
    List<String> names =
        new StreamConfig(vertex.getConfiguration())
                .getTransitiveChainedTaskConfigsWithSelf(OneChain.class.getClassLoader())
                .values()
                .stream()
                .map(StreamConfig::getOperatorName)
                .toList();
    return names.containsAll(LINKS)
        && names.stream().anyMatch(name -> name.equals("Source: " + SOURCE));
  }
}
