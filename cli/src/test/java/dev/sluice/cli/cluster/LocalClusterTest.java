package dev.sluice.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.cli.stack.WorkDir;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job's jar on a real cluster: a JobManager and two TaskManagers, each a process. */
class LocalClusterTest {
  @TempDir Path temp;

  private LocalCluster cluster;

  @BeforeEach
  void configure() {
    WorkDir dir = WorkDir.at(temp.resolve("cluster"));
    cluster = new LocalCluster(dir, Ports.free(), ClassPaths.ofThisProcess(), 2, line -> {});
  }

  @AfterEach
  void stop() {
    cluster.stop();
  }

  @Test
  void processesThatDieChangeNoSnapshotLoseNoRecordAndLeaveNoRawValueBehind() throws Exception {
    Path jar = jobJar();
    cluster.start();

    FaultReport report =
        new FaultRun(cluster, jar, Duration.ofSeconds(1), line -> {})
            .run(List.of(Fault.TM_KILL, Fault.S3_KILL_COMMIT));

    assertThat(report.holes()).isEmpty();
    assertThat(report.canaryPlaces()).as("places where canaries were found").isEmpty();
    assertThat(report.faults())
        .extracting(FaultReport.Result::name)
        .containsExactly("before", "tm-kill", "s3-kill-commit", "after");
    assertThat(report.faults()).allMatch(FaultReport.Result::clean);
    assertThatThrownBy(() -> cluster.submit(jar, List.of("--topic", "no-such-topic")))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("no-such-topic");
    assertThat(new FlinkRest(cluster.ports()).jobs()).hasSize(2);
  }

  private static Path jobJar() throws IOException {
    Path target = Path.of("..", "job", "target");
    if (Files.isDirectory(target)) {
      try (Stream<Path> files = Files.list(target)) {
        var jar =
            files.filter(f -> f.getFileName().toString().startsWith("sluice-job-")).findFirst();
        assumeTrue(jar.isPresent(), "no job/target/sluice-job-*.jar: run mvn verify");
        return jar.orElseThrow();
      }
    }
    assumeTrue(false, "no job/target: run mvn verify");
    throw new AssertionError();
  }
}
