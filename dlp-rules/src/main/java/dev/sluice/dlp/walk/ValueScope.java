package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.dlp.walk.binary.Scope;
import java.util.Map;

/** A place in a binary document, with the names above it. */
final class ValueScope implements Scope {
  private static final Names TIME = new Names("timestamp", java.util.List.of());

  private final ValueWalker values;
  private final BinaryValues binaries;
  private final Names names;
  private final Where where;
  private final int nesting;

  ValueScope(ValueWalker values, BinaryValues binaries, Names names, Where where, int nesting) {
    this.values = values;
    this.binaries = binaries;
    this.names = names;
    this.where = where;
    this.nesting = nesting;
  }

  @Override
  public Scope item() {
    return at(names, where.plus("[*]"));
  }

  @Override
  public Scope field(String key, boolean kept) {
    return at(names.under(key), where.plus("." + (kept ? Labels.of(key) : Labels.ANY)));
  }

  @Override
  public Scope paired(Map<String, String> members) {
    return at(JsonPairs.under(members, names), where);
  }

  @Override
  public Scope numbered(long number) {
    return at(names, where.plus("." + number));
  }

  @Override
  public Scope time() {
    return names.field().isEmpty() ? at(TIME, where) : this;
  }

  @Override
  public String text(String value) {
    return values.value(value, context(), where, nesting);
  }

  @Override
  public String number(String value) {
    return values.number(value, context(), where);
  }

  @Override
  public byte[] bytes(byte[] value) {
    return binaries.bytes(value, context(), where, nesting);
  }

  @Override
  public String key(String key) {
    return values.name(key, Place.BODY_FIELD, where);
  }

  private ValueContext context() {
    return names.at(Place.BODY_FIELD);
  }

  private Scope at(Names below, Where there) {
    return new ValueScope(values, binaries, below, there, nesting);
  }
}
