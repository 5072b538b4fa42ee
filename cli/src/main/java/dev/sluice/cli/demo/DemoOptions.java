package dev.sluice.cli.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a demo run is asked for.
 *
 * @param once whether it ends by itself
 * @param sessions persona sessions to drive when {@code once}
 * @param sessionsPerSecond pace of the personas
 * @param window length of the windows
 * @param dir where to keep the data; empty for a temporary folder that is removed
 * @param input files to run instead of the shop
 */
record DemoOptions(
    boolean once,
    boolean json,
    long seed,
    int sessions,
    double sessionsPerSecond,
    int parallelism,
    Duration window,
    boolean autoApprove,
    Optional<Path> dir,
    List<Path> input) {}
