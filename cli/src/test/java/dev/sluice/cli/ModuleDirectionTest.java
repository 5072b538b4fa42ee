package dev.sluice.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.sluice.capture.Decoded;
import dev.sluice.flink.source.RawRecord;
import dev.sluice.model.Capture;
import dev.sluice.model.SanitizedExchange;

/** Who may know whom. The drawing of it stands in docs/architecture.md. */
@AnalyzeClasses(packages = "dev.sluice", importOptions = DoNotIncludeTests.class)
class ModuleDirectionTest {
  @ArchTest
  static final ArchRule MODULES_POINT_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("model")
          .definedBy("dev.sluice.model..")
          .layer("capture")
          .definedBy("dev.sluice.capture..")
          .layer("dlp")
          .definedBy("dev.sluice.dlp..")
          .layer("snapshot")
          .definedBy("dev.sluice.snapshot..")
          .layer("client")
          .definedBy("dev.sluice.catalog.client..")
          .layer("server")
          .definedBy("dev.sluice.catalog.server..")
          .layer("flink")
          .definedBy("dev.sluice.flink..")
          .layer("job")
          .definedBy("dev.sluice.job..")
          .layer("benchmarks")
          .definedBy("dev.sluice.benchmarks..")
          .layer("cli")
          .definedBy("dev.sluice.cli..")
          .whereLayer("model")
          .mayNotAccessAnyLayer()
          .whereLayer("capture")
          .mayOnlyAccessLayers("model")
          .whereLayer("dlp")
          .mayOnlyAccessLayers("model")
          .whereLayer("snapshot")
          .mayOnlyAccessLayers("model")
          .whereLayer("client")
          .mayOnlyAccessLayers("model")
          .whereLayer("server")
          .mayOnlyAccessLayers("model", "snapshot", "dlp")
          .whereLayer("flink")
          .mayOnlyAccessLayers("model", "capture", "dlp", "snapshot", "client")
          .whereLayer("job")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("benchmarks")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer();

  /** Benchmarks hold the pass-through engine; they are in no shipped jar, see ZipSmokeTest. */
  @ArchTest
  static final ArchRule ONLY_ENGINE_AND_READER_MAKE_SANITIZED_EXCHANGES =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.sluice.dlp..",
              "dev.sluice.snapshot..",
              "dev.sluice.model",
              "dev.sluice.benchmarks..")
          .should()
          .callConstructorWhere(
              com.tngtech.archunit.base.DescribedPredicate.describe(
                  "it makes a SanitizedExchange",
                  call -> call.getTargetOwner().isEquivalentTo(SanitizedExchange.class)));

  /**
   * The job's source and chain read time, service and host of a capture; they pass it, never keep
   * it.
   */
  @ArchTest
  static final ArchRule ONLY_CAPTURE_ENGINE_AND_THE_CHAIN_LOOK_INTO_RAW_CAPTURES =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.sluice.dlp..",
              "dev.sluice.capture..",
              "dev.sluice.model",
              "dev.sluice.flink.source",
              "dev.sluice.flink.sanitize",
              "dev.sluice.benchmarks..")
          .should()
          .callMethod(Capture.class, "raw");

  @ArchTest
  static final ArchRule THE_STREAM_OF_SANITIZED_EXCHANGES_KNOWS_NOTHING_RAW =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.flink.stream")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Capture.class, Decoded.class, RawRecord.class);

  @ArchTest
  static final ArchRule THE_WRITER_AND_THE_ENGINE_KNOW_NO_STREAM_AND_NO_BROKER =
      noClasses()
          .that()
          .resideInAnyPackage("dev.sluice.dlp..", "dev.sluice.snapshot..", "dev.sluice.catalog..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..");

  @ArchTest
  static final ArchRule THE_CATALOG_SERVER_HOLDS_NO_KEY =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.catalog..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.sluice.dlp.keys..");
}
