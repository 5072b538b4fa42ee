package dev.sluice.cli.shop;

/**
 * What the shop did so far.
 *
 * @param sessions persona sessions driven to their end
 * @param requests requests the personas sent
 * @param failures requests that got no answer at all
 * @param recorded exchanges the proxies handed on
 * @param dropped exchanges the proxies could not hand on
 */
public record ShopStats(long sessions, long requests, long failures, long recorded, long dropped) {}
