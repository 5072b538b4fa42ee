package dev.sluice.flink.source;

import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The serializer of a {@link ChainOnlyType}: every use of it is refused. */
public final class ChainOnlySerializer<T> extends TypeSerializer<T> {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;

  ChainOnlySerializer(Class<T> type) {
    this.type = type;
  }

  private IllegalStateException refused() {
    return new IllegalStateException(
        type.getSimpleName() + " may not leave its operator chain, nor be copied or stored");
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public TypeSerializer<T> duplicate() {
    return this;
  }

  @Override
  public T createInstance() {
    throw refused();
  }

  @Override
  public T copy(T from) {
    throw refused();
  }

  @Override
  public T copy(T from, T reuse) {
    throw refused();
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(T value, DataOutputView target) {
    throw refused();
  }

  @Override
  public T deserialize(DataInputView source) {
    throw refused();
  }

  @Override
  public T deserialize(T reuse, DataInputView source) {
    throw refused();
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) {
    throw refused();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChainOnlySerializer<?> o && o.type.equals(type);
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    throw refused();
  }
}
