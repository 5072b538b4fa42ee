package dev.sluice.snapshot.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** Turns a file system's errors into the store's. */
final class Disk {
  private Disk() {}

  interface Action {
    void run() throws IOException;
  }

  interface Call<T> {
    T run() throws IOException;
  }

  static void run(String what, String key, Action action) {
    call(
        what,
        key,
        () -> {
          action.run();
          return true;
        });
  }

  static <T> T call(String what, String key, Call<T> call) {
    try {
      return call.run();
    } catch (NoSuchFileException e) {
      throw new StoreException(
          StoreException.Kind.NOT_FOUND, "cannot " + what + " " + key + ": no such object");
    } catch (EOFException e) {
      throw new StoreException(
          StoreException.Kind.CORRUPT, "cannot " + what + " " + key + ": shorter than expected");
    } catch (IOException e) {
      throw new StoreException(
          StoreException.Kind.UNAVAILABLE,
          "cannot " + what + " " + key + ": " + e.getClass().getSimpleName(),
          e);
    }
  }
}
