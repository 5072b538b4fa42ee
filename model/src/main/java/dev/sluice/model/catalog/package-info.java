/** What catalog clients and the catalog server say to each other, as JSON under {@code /v1}. */
@NullMarked
package dev.sluice.model.catalog;

import org.jspecify.annotations.NullMarked;
