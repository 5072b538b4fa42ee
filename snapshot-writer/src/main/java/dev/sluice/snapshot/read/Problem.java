package dev.sluice.snapshot.read;

/**
 * One thing that is wrong with a snapshot.
 *
 * @param code fixed, for example {@code part-checksum}
 * @param subject the part's key, the manifest's key, or an exchange id
 * @param detail what differs, without values of exchanges
 */
public record Problem(String code, String subject, String detail) {
  @Override
  public String toString() {
    return code + ": " + subject + ": " + detail;
  }
}
