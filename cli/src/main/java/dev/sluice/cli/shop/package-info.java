/**
 * A small real shop for the demo: three HTTP services that call each other through recording
 * proxies, and seeded personas that log in, browse, buy and sometimes fail.
 */
@NullMarked
package dev.sluice.cli.shop;

import org.jspecify.annotations.NullMarked;
