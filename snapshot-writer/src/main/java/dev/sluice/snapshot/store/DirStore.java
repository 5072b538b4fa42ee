package dev.sluice.snapshot.store;

import dev.sluice.model.ContentDigest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An {@link ObjectStore} over a folder. Objects appear by atomic rename or hard link of a finished,
 * synced file in the hidden folder {@code .staging}. Thread-safe, also between processes.
 */
public final class DirStore implements ObjectStore {
  private static final String STAGING = ".staging";

  private final Path root;

  private DirStore(Path root) {
    this.root = root;
  }

  /** Uses the folder, creating it if needed. */
  public static ObjectStore open(Path root) {
    Path real = root.toAbsolutePath().normalize();
    Disk.run("create folder", real.toString(), () -> Files.createDirectories(real));
    return new DirStore(real);
  }

  @Override
  public void put(String key, byte[] bytes, String contentType) {
    Path staged = write(key, bytes);
    Disk.run("write", key, () -> move(staged, target(key)));
  }

  @Override
  public boolean putIfAbsent(String key, byte[] bytes, String contentType) {
    Path staged = write(key, bytes);
    return Disk.call(
        "write",
        key,
        () -> {
          try {
            Path target = target(key);
            Files.createDirectories(target.resolveSibling(""));
            // Unlike a rename, a link fails if the name is taken, and unlike CREATE_NEW it appears
            // with all its bytes.
            Files.createLink(target, staged);
            return true;
          } catch (FileAlreadyExistsException e) {
            return false;
          } finally {
            Files.deleteIfExists(staged);
          }
        });
  }

  @Override
  public byte[] get(String key) {
    return Disk.call("read", key, () -> Files.readAllBytes(target(key)));
  }

  @Override
  public byte[] range(String key, long offset, int length) {
    byte[] bytes = new byte[length];
    Disk.run(
        "read",
        key,
        () -> {
          try (RandomAccessFile file = openForRead(target(key))) {
            file.seek(offset);
            file.readFully(bytes);
          }
        });
    return bytes;
  }

  @Override
  public Optional<ObjectStat> stat(String key) {
    Path file = target(key);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    return Disk.call(
        "read",
        key,
        () -> {
          String sha256 = ContentDigest.of(Files.readAllBytes(file));
          ObjectStat stat = statOf(file);
          return Optional.of(
              new ObjectStat(key, stat.size(), Optional.of(sha256), stat.lastModified()));
        });
  }

  @Override
  public List<ObjectStat> list(String prefix) {
    Path staging = root.resolve(STAGING);
    return Disk.call(
        "list",
        prefix,
        () -> {
          try (Stream<Path> files = Files.walk(root)) {
            return files
                .filter(file -> !file.startsWith(staging) && Files.isRegularFile(file))
                .filter(file -> keyOf(file).startsWith(prefix))
                .map(this::statUnchecked)
                .sorted(Comparator.comparing(ObjectStat::key))
                .toList();
          }
        });
  }

  @Override
  public void delete(String key) {
    Disk.run("delete", key, () -> Files.deleteIfExists(target(key)));
  }

  @Override
  public StagedUpload stage(String key, byte[] bytes, String sha256) {
    Path staged = write(key, bytes);
    return new StagedUpload(key, fileName(staged), List.of(sha256), bytes.length, sha256);
  }

  @Override
  public void complete(StagedUpload upload) {
    Path staged = staged(upload);
    Disk.run(
        "complete the upload of",
        upload.key(),
        () -> {
          try {
            move(staged, target(upload.key()));
          } catch (NoSuchFileException e) {
            UploadCheck.requireDone(upload, stat(upload.key()));
          }
        });
  }

  @Override
  public void abort(StagedUpload upload) {
    Disk.run("give up", upload.key(), () -> Files.deleteIfExists(staged(upload)));
  }

  @Override
  public String presign(String key, Duration validity) {
    return target(key).toUri().toString();
  }

  @Override
  public void close() {}

  private Path target(String key) {
    return root.resolve(Keys.check(key));
  }

  private Path staged(StagedUpload upload) {
    return root.resolve(STAGING).resolve(Keys.check(upload.uploadId()));
  }

  private Path write(String key, byte[] bytes) {
    Keys.check(key);
    Path staged = root.resolve(STAGING).resolve(UUID.randomUUID().toString());
    Disk.run(
        "write",
        key,
        () -> {
          Files.createDirectories(root.resolve(STAGING));
          try (FileChannel channel =
              FileChannel.open(staged, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
              channel.write(buffer);
            }
            channel.force(true);
          }
        });
    return staged;
  }

  private static void move(Path staged, Path target) throws IOException {
    if (!Files.exists(staged)) {
      throw new NoSuchFileException("staged upload");
    }
    Files.createDirectories(target.resolveSibling(""));
    try {
      Files.move(
          staged, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("the file system has no atomic rename", e);
    }
  }

  private static RandomAccessFile openForRead(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException("object");
    }
    return new RandomAccessFile(file.toFile(), "r");
  }

  private ObjectStat statUnchecked(Path file) {
    return Disk.call("list", keyOf(file), () -> statOf(file));
  }

  private ObjectStat statOf(Path file) throws IOException {
    return new ObjectStat(
        keyOf(file),
        Files.size(file),
        Optional.empty(),
        Optional.of(Files.getLastModifiedTime(file).toInstant()));
  }

  private String keyOf(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static String fileName(Path file) {
    return String.valueOf(file.getFileName());
  }
}
