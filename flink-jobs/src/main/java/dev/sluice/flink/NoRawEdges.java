package dev.sluice.flink;

import dev.sluice.flink.source.ChainOnlySerializer;
import dev.sluice.model.SluiceException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.graph.NonChainedOutput;
import org.apache.flink.streaming.api.graph.StreamConfig;
import org.jspecify.annotations.Nullable;

/**
 * Walks a job graph and finds every place where a value that must stay in its chain would leave it:
 * edges between tasks, side outputs, network inputs, keys of state.
 */
public final class NoRawEdges {
  private NoRawEdges() {}

  /**
   * Refuses a graph with a raw edge.
   *
   * @throws SluiceException that names the operators
   */
  public static void require(JobGraph graph) {
    List<String> found = find(graph);
    if (!found.isEmpty()) {
      throw new SluiceException("raw data would leave its chain: " + String.join("; ", found));
    }
  }

  /** Where raw data would leave; empty if nowhere. */
  public static List<String> find(JobGraph graph) {
    ClassLoader loader = NoRawEdges.class.getClassLoader();
    List<String> found = new ArrayList<>();
    for (JobVertex vertex : graph.getVertices()) {
      StreamConfig task = new StreamConfig(vertex.getConfiguration());
      for (StreamConfig operator : task.getTransitiveChainedTaskConfigsWithSelf(loader).values()) {
        findIn(operator, loader, found);
      }
    }
    return found;
  }

  private static void findIn(StreamConfig operator, ClassLoader loader, List<String> found) {
    String name = operator.getOperatorName();
    for (NonChainedOutput output : operator.getOperatorNonChainedOutputs(loader)) {
      TypeSerializer<?> serializer =
          output.getOutputTag() == null
              ? operator.getTypeSerializerOut(loader)
              : operator.getTypeSerializerSideOut(output.getOutputTag(), loader);
      if (isRaw(serializer)) {
        found.add("an output of " + name);
      }
    }
    for (StreamConfig.InputConfig input : operator.getInputs(loader)) {
      if (input instanceof StreamConfig.NetworkInputConfig network
          && isRaw(network.getTypeSerializer())
          && operator.isChainStart()) {
        found.add("an input of " + name);
      }
    }
    if (isRaw(operator.getStateKeySerializer(loader))) {
      found.add("a state key of " + name);
    }
  }

  private static boolean isRaw(@Nullable TypeSerializer<?> serializer) {
    return serializer instanceof ChainOnlySerializer;
  }
}
