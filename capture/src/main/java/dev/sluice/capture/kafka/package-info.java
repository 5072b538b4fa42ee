/** Captures into Kafka, without ever holding up the traffic. */
@NullMarked
package dev.sluice.capture.kafka;

import org.jspecify.annotations.NullMarked;
