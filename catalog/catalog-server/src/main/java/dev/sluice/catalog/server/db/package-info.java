/** The tables: snapshots, their labels and endpoints, governance history and the audit log. */
@NullMarked
package dev.sluice.catalog.server.db;

import org.jspecify.annotations.NullMarked;
