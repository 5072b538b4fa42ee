/** Parquet files: schema, writing in memory, reading columns back. */
@NullMarked
package dev.sluice.snapshot.part;

import org.jspecify.annotations.NullMarked;
