/** The pages a reviewer works in. */
@NullMarked
package dev.sluice.catalog.server.ui;

import org.jspecify.annotations.NullMarked;
