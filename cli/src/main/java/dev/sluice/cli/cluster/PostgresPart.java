package dev.sluice.cli.cluster;

import dev.sluice.cli.stack.WorkDir;
import dev.sluice.model.SluiceException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of the cluster's own for the catalog's index, from the programs installed on
 * this machine. It listens on 127.0.0.1 and asks for a password made for it.
 */
final class PostgresPart {
  private static final String USER = "sluice";
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private final Path programs;
  private final WorkDir dir;
  private final int port;

  private PostgresPart(Path programs, WorkDir dir, int port) {
    this.programs = programs;
    this.dir = dir;
    this.port = port;
  }

  /** With the newest PostgreSQL of this machine; empty if there is none. */
  static Optional<PostgresPart> find(WorkDir dir, Ports ports) {
    return Stream.concat(debian(), path())
        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
        .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
        .findFirst()
        .map(bin -> new PostgresPart(bin, dir, ports.postgres()));
  }

  /** Whether the cluster in that folder was started with one. */
  static boolean isIn(WorkDir dir) {
    return Files.exists(data(dir).resolve("PG_VERSION"));
  }

  /** What the server keeps. */
  static Path data(WorkDir dir) {
    return dir.root().resolve("postgresql");
  }

  private static Stream<Path> debian() {
    File[] versions = DEBIAN.toFile().listFiles(File::isDirectory);
    return versions == null
        ? Stream.empty()
        : Stream.of(versions)
            .filter(v -> v.getName().matches("\\d+"))
            .sorted(Comparator.comparingInt(v -> -Integer.parseInt(v.getName())))
            .map(v -> v.toPath().resolve("bin"));
  }

  private static Stream<Path> path() {
    String path = System.getenv("PATH");
    return path == null ? Stream.empty() : Stream.of(path.split(File.pathSeparator)).map(Path::of);
  }

  /** Makes the server's folder unless it is there. */
  void initialize() {
    if (isIn(dir)) {
      return;
    }
    try {
      byte[] random = new byte[16];
      new SecureRandom().nextBytes(random);
      var ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.deleteIfExists(passwordFile());
      Files.createFile(passwordFile(), ownerOnly);
      Files.writeString(passwordFile(), HexFormat.of().formatHex(random) + "\n");
      List<String> initdb =
          command(
              "initdb",
              List.of(
                  "--pgdata=" + data(dir),
                  "--username=" + USER,
                  "--pwfile=" + passwordFile(),
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--no-locale"));
      Path log = dir.logs().resolve("initdb.log");
      ProcessBuilder builder = new ProcessBuilder(initdb).redirectErrorStream(true);
      if (builder.redirectOutput(log.toFile()).start().waitFor() != 0) {
        throw new SluiceException("cannot make a PostgreSQL database; see " + log);
      }
    } catch (IOException e) {
      throw new SluiceException("cannot make a PostgreSQL database in " + data(dir));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException("interrupted while a PostgreSQL database was made");
    }
  }

  /** Starts the server in the foreground. */
  List<String> command() {
    return command(
        "postgres",
        List.of(
            "-D",
            data(dir).toString(),
            "-p",
            "" + port,
            "-c",
            "listen_addresses=" + Ports.HOST,
            "-c",
            "unix_socket_directories="));
  }

  /** PostgreSQL refuses to be root; in a user namespace of its own it is nobody. */
  private List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "--user"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(arguments);
    return command;
  }

  /** As {@code sluice catalog serve --database} takes it. */
  String address() {
    return "postgresql://" + USER + "@" + Ports.HOST + ":" + port + "/postgres";
  }

  String password() {
    try {
      return Files.readString(passwordFile()).strip();
    } catch (IOException e) {
      throw new SluiceException("cannot read " + passwordFile());
    }
  }

  private Path passwordFile() {
    return dir.root().resolve("postgresql.password");
  }
}
