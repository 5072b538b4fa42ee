/** The REST API under /v1 and the filters in front of every request. */
@NullMarked
package dev.sluice.catalog.server.http;

import org.jspecify.annotations.NullMarked;
