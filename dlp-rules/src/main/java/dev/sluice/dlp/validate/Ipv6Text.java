package dev.sluice.dlp.validate;

import org.jspecify.annotations.Nullable;

/** An IPv6 address in running text, where a colon behind it belongs to the sentence. */
final class Ipv6Text implements Validator {

  @Override
  public boolean accepts(String value) {
    return Network.ipv6(value);
  }

  @Override
  public @Nullable Part find(String value) {
    boolean colon = value.endsWith(":") && !value.endsWith("::");
    int end = value.length() - (colon ? 1 : 0);
    return accepts(value.substring(0, end)) ? new Part(0, end) : null;
  }
}
