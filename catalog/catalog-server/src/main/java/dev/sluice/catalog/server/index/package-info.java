/** What the catalog does: register, rebuild, resolve, review, poll the outbox. */
@NullMarked
package dev.sluice.catalog.server.index;

import org.jspecify.annotations.NullMarked;
