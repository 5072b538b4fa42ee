package dev.sluice.cli.demo;

import dev.sluice.capture.kafka.CapturePublisher;
import dev.sluice.capture.kafka.PublisherConfig;
import dev.sluice.cli.shop.Shop;
import dev.sluice.cli.shop.ShopConfig;
import dev.sluice.cli.stack.Stack;
import dev.sluice.cli.stack.Topics;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** The demo shop, recorded by its proxies straight into Kafka. */
final class ShopTraffic implements Traffic {
  private static final String ENV = "demo";

  private final CapturePublisher publisher;
  private final Shop shop;
  private final AtomicBoolean closed = new AtomicBoolean();
  private CompletableFuture<Void> driving;

  private ShopTraffic(CapturePublisher publisher, Shop shop, int sessions) {
    this.publisher = publisher;
    this.shop = shop;
    this.driving = CompletableFuture.runAsync(() -> shop.drive(sessions), ShopTraffic::background);
  }

  /** Opens the shop and lets the personas in. */
  static ShopTraffic start(Stack stack, DemoOptions options) {
    CapturePublisher publisher =
        CapturePublisher.open(PublisherConfig.of(stack.brokers(), Topics.RAW));
    Shop shop =
        Shop.start(
            new ShopConfig(options.seed(), ENV, options.sessionsPerSecond(), publisher::publish));
    return new ShopTraffic(publisher, shop, options.sessions());
  }

  private static void background(Runnable work) {
    Thread thread = new Thread(work, "shop");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public boolean isBounded() {
    return false;
  }

  @Override
  public boolean isDone() {
    if (!driving.isDone()) {
      return false;
    }
    driving.join();
    return shop.stats().recorded() == publisher.published() + publisher.dropped();
  }

  @Override
  public long dropped() {
    return shop.stats().dropped() + publisher.dropped();
  }

  @Override
  public void resume() {
    driving =
        CompletableFuture.runAsync(() -> shop.driveUntil(closed::get), ShopTraffic::background);
  }

  @Override
  public void close() {
    closed.set(true);
    driving.handle((done, failed) -> true).join();
    shop.close();
    publisher.close();
  }
}
