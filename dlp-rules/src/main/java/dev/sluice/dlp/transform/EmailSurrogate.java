package dev.sluice.dlp.transform;

/**
 * An address at a domain reserved by RFC 2606: {@code u} + 10 drawn + 6 check characters. 2^50
 * addresses per key; a stranger's address passes the check with probability 2^-30.
 */
final class EmailSurrogate implements Surrogate {
  private static final int BODY = 10;
  private static final int CHECK = 6;
  private static final String DOMAIN = "@example.com";

  private final Prf prf;

  EmailSurrogate(Prf prf) {
    this.prf = prf;
  }

  @Override
  public String make(String value, Draw draw) {
    String body = "u" + draw.text(Draw.BASE32, BODY);
    return body + check(body) + DOMAIN;
  }

  @Override
  public boolean verifies(String value) {
    int at = 1 + BODY + CHECK;
    return value.length() == at + DOMAIN.length()
        && value.endsWith(DOMAIN)
        && value.startsWith(check(value.substring(0, 1 + BODY)), 1 + BODY);
  }

  private String check(String body) {
    return prf.draw("check/EMAIL_ADDRESS", body).text(Draw.BASE32, CHECK);
  }
}
