package dev.sluice.dlp.policy;

/** Names that become object keys and metric labels. */
public final class Names {

  private Names() {}

  /** Whether the name matches {@code [a-z0-9-]{1,63}}. */
  public static boolean isWellFormed(String name) {
    if (name.isEmpty() || name.length() > 63) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
        return false;
      }
    }
    return true;
  }
}
