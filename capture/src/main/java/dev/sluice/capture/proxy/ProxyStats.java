package dev.sluice.capture.proxy;

/**
 * Counters since the start.
 *
 * @param seen requests received
 * @param recorded exchanges handed to the sink
 * @param dropped exchanges that passed but were not recorded
 * @param requestBytes body bytes forwarded upstream
 * @param responseBytes body bytes forwarded to clients
 */
public record ProxyStats(
    long seen, long recorded, long dropped, long requestBytes, long responseBytes) {}
