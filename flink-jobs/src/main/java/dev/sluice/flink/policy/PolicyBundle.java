package dev.sluice.flink.policy;

import dev.sluice.dlp.EngineConfig;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.rules.RulePack;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a publication puts in force. What is absent is as the job was started with.
 *
 * @param policy the policy file
 * @param files files it names, by the name it uses
 * @param packs rule packs beside the built-in ones
 */
public record PolicyBundle(
    Optional<SourceText> policy,
    SortedMap<String, String> files,
    Optional<List<SourceText>> packs) {
  /** What the job was started with. */
  public static final PolicyBundle AS_STARTED =
      new PolicyBundle(Optional.empty(), new TreeMap<>(), Optional.empty());

  public PolicyBundle {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    packs = packs.map(List::copyOf);
  }

  /** The same with other packs. */
  public PolicyBundle withPacks(List<SourceText> others) {
    return new PolicyBundle(policy, files, Optional.of(others));
  }

  /** The same with another policy and the files it names. */
  public PolicyBundle withPolicy(SourceText other, SortedMap<String, String> named) {
    return new PolicyBundle(Optional.of(other), named, packs);
  }

  /**
   * What an engine needs.
   *
   * @param started what the job was started with
   * @throws dev.sluice.model.SluiceException with one line that names file and line
   */
  public EngineConfig config(EngineConfig started) {
    return new EngineConfig(
        policy.map(this::parse).orElse(started.policy()),
        packs.map(PolicyBundle::load).orElse(started.packs()),
        started.keys());
  }

  /** Says why it does not load, if it does not; makes no engine. Never tells what it holds. */
  public Optional<String> problem(EngineConfig started) {
    try {
      config(started);
      return Optional.empty();
    } catch (SluiceException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.of("does not load: " + e.getClass().getSimpleName());
    }
  }

  private Policy parse(SourceText source) {
    return Policy.parse(source.name(), source.text(), this::named);
  }

  private String named(String name) {
    String text = files.get(name);
    if (text == null) {
      throw new UncheckedIOException(new IOException("not published"));
    }
    return text;
  }

  private static List<RulePack> load(List<SourceText> sources) {
    List<RulePack> packs = new ArrayList<>();
    for (SourceText source : sources) {
      packs.add(RulePacks.read(source.name(), source.text().getBytes(StandardCharsets.UTF_8)));
    }
    return RulePacks.withBuiltin(packs);
  }
}
