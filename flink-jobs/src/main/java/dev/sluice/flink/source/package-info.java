/** Reading captures: decoding that never throws, timestamps, start offsets. */
@NullMarked
package dev.sluice.flink.source;

import org.jspecify.annotations.NullMarked;
