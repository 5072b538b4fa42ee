/** The policy timeline: what is in force when, published to a control topic and read by the job. */
@NullMarked
package dev.sluice.flink.policy;

import org.jspecify.annotations.NullMarked;
