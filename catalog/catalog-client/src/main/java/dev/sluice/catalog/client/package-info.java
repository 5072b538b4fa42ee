/**
 * The catalog's client: find snapshots, resolve names to immutable ids, fetch manifests and part
 * URLs.
 */
@NullMarked
package dev.sluice.catalog.client;

import org.jspecify.annotations.NullMarked;
