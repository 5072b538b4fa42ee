/** What commands read from and write to: streams, progress, tables, JSON, keys. */
@NullMarked
package dev.sluice.cli.io;

import org.jspecify.annotations.NullMarked;
