package dev.sluice.cli.shop;

import dev.sluice.model.Exchange;
import java.util.function.Consumer;

/**
 * How the shop runs.
 *
 * @param seed same seed, same personas, carts and failures
 * @param env environment the recorded exchanges are labelled with
 * @param sessionsPerSecond pace of the personas; 0 means as fast as the shop answers
 * @param sink receives every recorded exchange; must not block
 */
public record ShopConfig(
    long seed, String env, double sessionsPerSecond, Consumer<Exchange> sink) {}
