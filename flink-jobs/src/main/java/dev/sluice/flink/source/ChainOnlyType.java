package dev.sluice.flink.source;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/**
 * The type of values that may only be handed from operator to operator inside one chain. Its
 * serializer refuses to work, so that an edge or a state that would hold such a value fails at its
 * first use; {@code NoRawEdges} refuses it before that.
 */
public final class ChainOnlyType<T> extends TypeInformation<T> {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;

  private ChainOnlyType(Class<T> type) {
    this.type = type;
  }

  public static <T> ChainOnlyType<T> of(Class<T> type) {
    return new ChainOnlyType<>(type);
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public Class<T> getTypeClass() {
    return type;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return new ChainOnlySerializer<>(type);
  }

  @Override
  public String toString() {
    return "ChainOnly(" + type.getSimpleName() + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChainOnlyType<?> o && o.type.equals(type);
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof ChainOnlyType;
  }
}
