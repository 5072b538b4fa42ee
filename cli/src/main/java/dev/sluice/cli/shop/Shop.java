package dev.sluice.cli.shop;

import dev.sluice.capture.proxy.ProxyConfig;
import dev.sluice.capture.proxy.RecordingProxy;
import dev.sluice.model.Direction;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The running shop: every call between customers, storefront, checkout and payment gateway passes a
 * recording proxy.
 *
 * <pre>
 * personas ─► (storefront in) ─► storefront ─► (storefront out) ─► (checkout in) ─► checkout
 *                                             ─► (checkout out) ─► (payment-gateway in) ─► payment gateway
 * </pre>
 *
 * Thread-safe; {@link #close} stops everything it started.
 */
public final class Shop implements AutoCloseable {
  private static final int PERSONAS = 400;
  private static final int SHOPPERS = 4;

  private final ShopConfig config;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final List<RecordingProxy> proxies = new ArrayList<>();
  private final Map<String, Persona> byEmail = new ConcurrentHashMap<>();
  private final AtomicLong sessions = new AtomicLong();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicInteger next = new AtomicInteger();
  private final Shopper shopper;

  private Shop(ShopConfig config) throws IOException {
    this.config = config;
    for (int i = 0; i < PERSONAS; i++) {
      Persona p = Personas.make(config.seed(), i);
      byEmail.put(p.email(), p);
    }
    Random secrets = new SecureRandom();
    byte[] jwtSecret = new byte[32];
    secrets.nextBytes(jwtSecret);
    ShopJwt jwt = new ShopJwt(jwtSecret);
    String gatewayKey = Tokens.gatewayKey(secrets);

    ShopServer gateway = serve(new PaymentGateway(gatewayKey)::handle);
    URI gatewayIn = record("payment-gateway", Direction.INBOUND, gateway.uri());
    URI gatewayOut = record("checkout", Direction.OUTBOUND, gatewayIn);
    ShopServer checkout = serve(new Checkout(jwt, gatewayKey, new Downstream(gatewayOut))::handle);
    URI checkoutIn = record("checkout", Direction.INBOUND, checkout.uri());
    URI checkoutOut = record("storefront", Direction.OUTBOUND, checkoutIn);
    ShopServer storefront =
        serve(new Storefront(jwt, new Downstream(checkoutOut), this::customer)::handle);
    this.shopper =
        new Shopper(record("storefront", Direction.INBOUND, storefront.uri()), requests, failures);
  }

  /** Starts services and proxies on free loopback ports. */
  public static Shop start(ShopConfig config) {
    try {
      return new Shop(config);
    } catch (IOException e) {
      throw new SluiceException(
          "the demo shop cannot open a port on 127.0.0.1: " + e.getClass().getSimpleName());
    }
  }

  /**
   * Drives this many persona sessions (about nine requests each) and returns when they are done.
   */
  public void drive(int count) {
    AtomicInteger left = new AtomicInteger(count);
    run(() -> left.getAndDecrement() <= 0);
  }

  /** Drives sessions until told to stop; checked before each session. */
  public void driveUntil(BooleanSupplier stop) {
    run(stop);
  }

  public ShopStats stats() {
    long recorded = 0;
    long dropped = 0;
    for (RecordingProxy proxy : proxies) {
      recorded += proxy.stats().recorded();
      dropped += proxy.stats().dropped();
    }
    return new ShopStats(sessions.get(), requests.get(), failures.get(), recorded, dropped);
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        throw new SluiceException(
            "the demo shop did not stop cleanly: " + e.getClass().getSimpleName());
      }
    }
  }

  private void run(BooleanSupplier stop) {
    ExecutorService shoppers = Executors.newFixedThreadPool(SHOPPERS);
    try {
      List<Future<?>> work = new ArrayList<>();
      for (int i = 0; i < SHOPPERS; i++) {
        work.add(shoppers.submit(() -> shop(stop)));
      }
      for (Future<?> f : work) {
        f.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new SluiceException("a persona of the demo shop failed: " + className(e));
    } finally {
      shoppers.shutdownNow();
    }
  }

  private void shop(BooleanSupplier stop) {
    while (!Thread.currentThread().isInterrupted() && !stop.getAsBoolean()) {
      int n = next.getAndIncrement();
      try {
        shopper.visit(Personas.make(config.seed(), n % PERSONAS), config.seed() * 31 + n);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      sessions.incrementAndGet();
      if (config.sessionsPerSecond() > 0) {
        LockSupport.parkNanos((long) (1e9 * SHOPPERS / config.sessionsPerSecond()));
      }
    }
  }

  private Persona customer(String email) {
    Persona known = byEmail.get(email);
    return known == null ? Personas.make(config.seed(), PERSONAS) : known;
  }

  private ShopServer serve(ShopServer.Handler handler) throws IOException {
    ShopServer server = ShopServer.start(handler);
    running.push(server);
    return server;
  }

  private URI record(String service, Direction direction, URI target) {
    RecordingProxy proxy =
        RecordingProxy.start(
            new ProxyConfig("127.0.0.1", 0, target, config.env(), service, direction),
            config.sink());
    proxies.add(proxy);
    running.push(proxy);
    return URI.create("http://127.0.0.1:" + proxy.port());
  }

  private static String className(ExecutionException e) {
    Throwable cause = e.getCause();
    return (cause == null ? e : cause).getClass().getSimpleName();
  }
}
