package dev.sluice.dlp.walk.binary;

import java.util.LinkedHashMap;
import java.util.Map;

/** Notes the first members of a map without changing them, for looking ahead. */
final class Members implements Scope {
  /** How many members of a map are looked at. */
  static final int MOST = 12;

  private final Map<String, String> found = new LinkedHashMap<>();
  private String key = "";

  /** The members seen, in their order; what is no text is empty. */
  Map<String, String> found() {
    return found;
  }

  @Override
  public Scope item() {
    return this;
  }

  @Override
  public Scope field(String name, boolean kept) {
    key = name;
    found.putIfAbsent(name, "");
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
    found.replace(key, "", value);
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
  public String key(String name) {
    return name;
  }
}
