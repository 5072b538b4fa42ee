package dev.sluice.cli.stack;

import dev.sluice.flink.policy.PublisherKey;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * The folder an embedded stack keeps its data in. Raw captures stand in {@link #kafka} only.
 *
 * @param root absolute
 */
public record WorkDir(Path root) {

  /** Uses (and creates) the folder. */
  public static WorkDir at(Path root) {
    try {
      Files.createDirectories(root);
      WorkDir dir = new WorkDir(root.toRealPath());
      Files.createDirectories(dir.logs());
      Files.createDirectories(dir.temp());
      return dir;
    } catch (IOException e) {
      throw new SluiceException("cannot use " + root + " as a work folder");
    }
  }

  /** A new folder under the system's temporary one, for this user only. */
  public static WorkDir temporary() {
    try {
      return at(Files.createTempDirectory("sluice-demo"));
    } catch (IOException e) {
      throw new SluiceException("cannot create a temporary folder; name one with --dir");
    }
  }

  public Path kafka() {
    return root.resolve("kafka");
  }

  public Path s3() {
    return root.resolve("s3");
  }

  public Path catalog() {
    return root.resolve("catalog").resolve("catalog.db");
  }

  public Path checkpoints() {
    return root.resolve("checkpoints");
  }

  public Path log() {
    return logs().resolve("sluice.log");
  }

  /** Where every process writes its log. */
  public Path logs() {
    return root.resolve("logs");
  }

  /** What libraries unpack and Flink ships to itself. */
  public Path temp() {
    return root.resolve("tmp");
  }

  public Path key() {
    return root.resolve("key");
  }

  /** What publishes to the stack's own job. */
  public Path publisherKey() {
    return root.resolve("publisher.key");
  }

  /** The key in {@link #publisherKey}, made at the first call. */
  public PublisherKey publisher() {
    if (!Files.exists(publisherKey())) {
      PublisherKey.generate().write(publisherKey());
    }
    return PublisherKey.read(publisherKey());
  }

  /** What a job is told to trust. */
  public Path publicKey() {
    return root.resolve("publisher.pub");
  }

  /** Writes the public half of {@link #publisher}. */
  public void writePublicKey() {
    try {
      Files.writeString(publicKey(), publisher().publicText() + "\n");
    } catch (IOException e) {
      throw new SluiceException("cannot write the public key to " + publicKey());
    }
  }

  public Path policy() {
    return root.resolve("policy.yaml");
  }

  /** Whether an earlier stack left data here. */
  public boolean isUsed() {
    return Files.exists(kafka()) || Files.exists(s3());
  }

  /**
   * Makes a tokenization key unless there is one.
   *
   * @return whether it was made now
   */
  public boolean createKey() {
    if (Files.exists(key())) {
      return false;
    }
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    try {
      var ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.createFile(key(), ownerOnly);
      Files.writeString(key(), HexFormat.of().formatHex(bytes) + "\n");
      return true;
    } catch (IOException e) {
      throw new SluiceException("cannot write a key to " + key());
    }
  }

  /** Writes the policy the job runs under. */
  public void writePolicy(String yaml) {
    try {
      Files.writeString(policy(), yaml);
    } catch (IOException e) {
      throw new SluiceException("cannot write the policy to " + policy());
    }
  }

  /** Removes everything. */
  public void delete() {
    delete(root);
  }

  /** Removes a folder of this one, if it is there. */
  public void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new SluiceException("cannot remove " + folder + "; it holds raw captures, remove it");
    }
  }
}
