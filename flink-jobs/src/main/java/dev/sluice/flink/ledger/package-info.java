/** What became of every record, as committed. */
@NullMarked
package dev.sluice.flink.ledger;

import org.jspecify.annotations.NullMarked;
