@NullMarked
package dev.sluice.catalog.client;

import org.jspecify.annotations.NullMarked;
