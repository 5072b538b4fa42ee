/** What can go wrong, as one enum and as RFC 9457 problem documents. */
@NullMarked
package dev.sluice.catalog.server.problem;

import org.jspecify.annotations.NullMarked;
