/** {@code sluice catalog}: the catalog server and its index. */
@NullMarked
package dev.sluice.cli.catalog;

import org.jspecify.annotations.NullMarked;
