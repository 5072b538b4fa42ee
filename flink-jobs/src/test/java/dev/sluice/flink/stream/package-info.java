@org.jspecify.annotations.NullMarked
package dev.sluice.flink.stream;
