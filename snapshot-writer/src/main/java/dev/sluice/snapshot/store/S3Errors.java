package dev.sluice.snapshot.store;

import dev.sluice.snapshot.store.StoreException.Kind;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.errors.ServerException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * Which failures of the SDK can be tried again.
 *
 * <table>
 * <caption>Classification</caption>
 * <tr><td>404, NoSuch…</td><td>not found</td></tr>
 * <tr><td>408, 409, 429, 5xx</td><td>unavailable: try again</td></tr>
 * <tr><td>other status</td><td>refused</td></tr>
 * <tr><td>transport errors, unreadable answers</td><td>unavailable: try again</td></tr>
 * </table>
 */
final class S3Errors {
  private static final Set<Integer> RETRYABLE = Set.of(408, 409, 429);

  private S3Errors() {}

  interface Call<T> {
    T run() throws Exception;
  }

  static <T> T call(String what, String key, Call<T> call) {
    try {
      return call.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(Kind.UNAVAILABLE, "cannot " + what + " " + key + ": interrupted");
    } catch (Exception e) {
      throw translate("cannot " + what + " " + key + ": ", root(e));
    }
  }

  static boolean isPreconditionFailed(Throwable e) {
    return root(e) instanceof ErrorResponseException error && error.response().code() == 412;
  }

  private static StoreException translate(String what, Throwable e) {
    if (e instanceof ErrorResponseException error) {
      int status = error.response().code();
      String code = error.errorResponse().code();
      return new StoreException(kind(status, code), what + "status " + status + " " + code);
    }
    if (e instanceof ServerException error) {
      return new StoreException(
          kind(error.statusCode(), ""), what + "status " + error.statusCode());
    }
    // A refused connection surfaces as IllegalStateException.
    boolean transport =
        e instanceof IOException
            || e instanceof MinioException
            || e instanceof IllegalStateException;
    return new StoreException(
        transport ? Kind.UNAVAILABLE : Kind.REFUSED, what + e.getClass().getSimpleName(), e);
  }

  private static Kind kind(int status, String code) {
    if (status == 404 || code.startsWith("NoSuch")) {
      return Kind.NOT_FOUND;
    }
    return status >= 500 || RETRYABLE.contains(status) ? Kind.UNAVAILABLE : Kind.REFUSED;
  }

  private static Throwable root(Throwable thrown) {
    Throwable e = thrown;
    while ((e instanceof ExecutionException || e instanceof CompletionException)
        && e.getCause() != null) {
      e = e.getCause();
    }
    // The SDK wraps transport errors once more.
    return e.getClass() == MinioException.class && e.getCause() != null ? e.getCause() : e;
  }
}
