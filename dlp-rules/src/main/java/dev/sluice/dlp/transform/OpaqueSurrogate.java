package dev.sluice.dlp.transform;

/**
 * Ids, secrets, user names, addresses and free text: the same shape, behind a vendor's prefix if
 * there is one. The frame of a PEM block stays.
 */
final class OpaqueSurrogate implements Surrogate {
  private static final String PEM = "-----";

  private final Shape shape;
  private final VendorPrefix prefix;

  OpaqueSurrogate(Prf prf, VendorPrefix prefix) {
    this.prefix = prefix;
    this.shape = new Shape(Families.OPAQUE, prf);
  }

  @Override
  public String make(String value, Draw draw) {
    return isPem(value) ? pem(value, draw) : shape.draw(value, prefix.length(value), draw);
  }

  @Override
  public boolean verifies(String value) {
    return shape.verifies(value, prefix.length(value));
  }

  @Override
  public boolean isSound(String value, String made) {
    return isPem(value) || !shape.isChecked(value, prefix.length(value)) || verifies(made);
  }

  private static boolean isPem(String value) {
    return value.startsWith("-----BEGIN ");
  }

  /** Every other piece between runs of five hyphens is a label. */
  private String pem(String value, Draw draw) {
    String[] pieces = value.split(PEM, -1);
    for (int i = 0; i < pieces.length; i++) {
      boolean label = pieces[i].startsWith("BEGIN ") || pieces[i].startsWith("END ");
      pieces[i] = label ? label(pieces[i]) : shape.draw(pieces[i], 0, draw);
    }
    return String.join(PEM, pieces);
  }

  private static String label(String text) {
    return text.matches("(BEGIN|END) [A-Z0-9 ]{0,40}") ? text : text.substring(0, 3) + " DATA";
  }
}
