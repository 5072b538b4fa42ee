package dev.sluice.cli.cluster;

import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the S3 server, on the loopback interface, and spoils what passes. Thread-safe.
 *
 * <p>It passes bytes on and reads nothing of them but the first line of a request, and keeps none.
 */
final class FaultProxy implements AutoCloseable {
  private static final int CHUNK = 16 * 1024;
  private static final int QUIET_MILLIS = 100;

  /**
   * What becomes of requests.
   *
   * @param status answered to each instead of passing it on; 0 to pass on
   * @param silent whether nothing is ever answered
   * @param delayMillis before each piece that is passed on
   */
  record Mode(int status, boolean silent, int delayMillis) {
    static final Mode CLEAR = new Mode(0, false, 0);
    static final Mode SILENT = new Mode(0, true, 0);

    static Mode answering(int status) {
      return new Mode(status, false, 0);
    }

    static Mode slow(int delayMillis) {
      return new Mode(0, false, delayMillis);
    }
  }

  /** What is done once, just after a request whose line matches went on to the server. */
  record Trigger(Pattern requestLine, Runnable action) {}

  private final ServerSocket server;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Mode mode = Mode.CLEAR;
  private final AtomicReference<@Nullable Trigger> trigger = new AtomicReference<>();

  private FaultProxy(ServerSocket server, int target) {
    this.server = server;
    this.target = target;
  }

  /** Listens on a free port for what goes to the target's. */
  static FaultProxy start(int target) {
    try {
      FaultProxy proxy =
          new FaultProxy(new ServerSocket(0, 50, InetAddress.getByName(Ports.HOST)), target);
      daemon("fault-proxy", proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new SluiceException("cannot listen on " + Ports.HOST);
    }
  }

  String endpoint() {
    return "http://" + Ports.HOST + ":" + server.getLocalPort();
  }

  /** From now on; connections that are open are cut. */
  void set(Mode next) {
    mode = next;
    open.forEach(FaultProxy::cut);
  }

  /** Waits for a request; replaces the trigger before. */
  void when(String requestLine, Runnable action) {
    trigger.set(new Trigger(Pattern.compile(requestLine), action));
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        open.add(client);
        daemon("fault-proxy-client", () -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    Mode now = mode;
    try {
      if (now.silent()) {
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
      } else if (now.status() > 0) {
        refuse(client, now.status());
      } else {
        passOn(client);
      }
    } catch (IOException e) {
      cut(client);
    } finally {
      cut(client);
      open.remove(client);
    }
  }

  /** Answers when the client has said what it had to say: it would not hear it before. */
  private static void refuse(Socket client, int status) throws IOException {
    client.setSoTimeout(QUIET_MILLIS);
    byte[] chunk = new byte[CHUNK];
    try {
      while (client.getInputStream().read(chunk) >= 0) {
        // Until it falls silent.
      }
    } catch (java.net.SocketTimeoutException e) {
      String answer =
          "HTTP/1.1 " + status + " Fault\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
      client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private void passOn(Socket client) throws IOException {
    try (Socket s3 = new Socket(Ports.HOST, target)) {
      open.add(s3);
      daemon(
          "fault-proxy-answers",
          () -> {
            try {
              pump(s3.getInputStream(), client.getOutputStream(), false);
            } catch (IOException e) {
              cut(client);
            } finally {
              cut(client);
            }
          });
      pump(client.getInputStream(), s3.getOutputStream(), true);
      open.remove(s3);
    }
  }

  private void pump(InputStream from, OutputStream to, boolean requests) throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (int n = from.read(chunk); n >= 0; n = from.read(chunk)) {
      delay(mode.delayMillis());
      to.write(chunk, 0, n);
      to.flush();
      if (requests) {
        fire(chunk, n);
      }
    }
  }

  private void fire(byte[] chunk, int n) {
    Trigger waiting = trigger.get();
    if (waiting == null) {
      return;
    }
    String start = new String(chunk, 0, Math.min(n, 1024), StandardCharsets.ISO_8859_1);
    int end = start.indexOf('\r');
    if (end > 0
        && waiting.requestLine().matcher(start.substring(0, end)).find()
        && trigger.compareAndSet(waiting, null)) {
      waiting.action().run();
    }
  }

  private static void delay(int millis) {
    if (millis > 0) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void cut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      return; // It is cut already.
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new SluiceException("cannot end the proxy before S3");
    }
    open.forEach(FaultProxy::cut);
  }
}
