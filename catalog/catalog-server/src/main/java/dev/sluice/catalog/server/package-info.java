/** The catalog server: an index over the manifests in the bucket, governance state and a web UI. */
@NullMarked
package dev.sluice.catalog.server;

import org.jspecify.annotations.NullMarked;
