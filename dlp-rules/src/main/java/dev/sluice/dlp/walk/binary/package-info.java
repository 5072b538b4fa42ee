/**
 * Binary containers: takes protobuf, gRPC, MessagePack and CBOR apart by their wire formats and
 * splices replaced values in. Knows bytes only; what happens to a value is its {@link Scope}'s.
 */
@NullMarked
package dev.sluice.dlp.walk.binary;

import org.jspecify.annotations.NullMarked;
