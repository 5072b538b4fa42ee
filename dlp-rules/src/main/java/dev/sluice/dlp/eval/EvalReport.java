package dev.sluice.dlp.eval;

/**
 * Both measures of one run.
 *
 * @param corpus {@code sha256:…} of the labelled texts and planted messages, and so of seed and
 *     size
 */
public record EvalReport(
    long seed, int size, String corpus, TextResult texts, ContainerResult containers) {}
