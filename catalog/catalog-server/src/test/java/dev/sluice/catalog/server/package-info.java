@NullMarked
package dev.sluice.catalog.server;

import org.jspecify.annotations.NullMarked;
