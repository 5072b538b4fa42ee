package dev.sluice.dlp.walk.binary;

import java.util.Map;

/** Leaves every value as it is: for finding out whether a document can be read at all. */
enum Untouched implements Scope {
  SCOPE;

  @Override
  public Scope item() {
    return this;
  }

  @Override
  public Scope field(String key, boolean kept) {
    return this;
  }

  @Override
  public Scope paired(Map<String, String> members) {
    return this;
  }

  @Override
  public Scope numbered(long number) {
    return this;
  }

  @Override
  public Scope time() {
    return this;
  }

  @Override
  public String text(String value) {
    return value;
  }

  @Override
  public String number(String value) {
    return value;
  }

  @Override
  public byte[] bytes(byte[] value) {
    return value;
  }

  @Override
  public String key(String key) {
    return key;
  }
}
