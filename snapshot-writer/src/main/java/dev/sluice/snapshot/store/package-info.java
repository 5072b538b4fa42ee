/** Object stores: S3 and a plain folder, under one contract. */
@NullMarked
package dev.sluice.snapshot.store;

import org.jspecify.annotations.NullMarked;
