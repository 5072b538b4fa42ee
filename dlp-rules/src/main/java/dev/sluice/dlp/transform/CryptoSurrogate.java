package dev.sluice.dlp.transform;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * An address of the same chain, version and notation with a right checksum: Base58Check, Bech32 and
 * Bech32m, Ethereum. The end of what the checksum covers is a keyed check of 30 or 40 bits over the
 * rest; a Bech32 text of fewer than 16 symbols has no room for it.
 */
final class CryptoSurrogate implements Surrogate {
  private static final Set<String> SEGWIT = Set.of("bc", "tb", "bcrt", "ltc");
  private static final int HEX_CHECK = 10;
  private static final int BECH32_CHECK = 6;
  private static final int BECH32_CHECKED = 16;

  /** Addresses of a rare length are drawn again this often; most have 34 characters. */
  private static final int TRIES = 200;

  private final Prf prf;

  CryptoSurrogate(Prf prf) {
    this.prf = prf;
  }

  /** Whether the value is an address with a right checksum, or one that needs none. */
  static boolean isAddress(String value) {
    return value.length() >= 14
        && value.length() <= 90
        && (EthereumAddress.isOne(value)
            || Bech32.isOne(value)
            || Base58.payload(value).length > 0);
  }

  /** Case does not matter but in Base58. */
  static String canonical(String value) {
    return EthereumAddress.isOne(value) || Bech32.isOne(value)
        ? value.toLowerCase(Locale.ROOT)
        : value;
  }

  @Override
  public String make(String value, Draw draw) {
    if (EthereumAddress.isOne(value)) {
      return EthereumAddress.like(value, ethereum(draw));
    }
    if (Bech32.isOne(value)) {
      String made = bech32(Bech32.of(value), draw);
      boolean lower = value.equals(value.toLowerCase(Locale.ROOT));
      return lower ? made : made.toUpperCase(Locale.ROOT);
    }
    return base58(value, Base58.payload(value), draw);
  }

  @Override
  public boolean verifies(String value) {
    if (EthereumAddress.isOne(value)) {
      String hex = value.substring(2).toLowerCase(Locale.ROOT);
      return sealHex("eth", hex).equals(hex);
    }
    if (Bech32.isOne(value)) {
      Bech32 address = Bech32.of(value);
      return isChecked(address) && sealed(address, address.data()).equals(address.data());
    }
    byte[] payload = Base58.payload(value);
    String hex = HexFormat.of().formatHex(payload);
    return payload.length > 0 && sealHex("base58", hex).equals(hex);
  }

  /** Whatever the case of the value, one whose checksum shows: in 1 of 4,000 no letter is upper. */
  private String ethereum(Draw draw) {
    String made = "0x";
    for (int i = 0; i < TRIES && !EthereumAddress.showsChecksum(made); i++) {
      made = "0x" + sealHex("eth", draw.text(Draw.HEX, 40));
    }
    return made;
  }

  private String base58(String value, byte[] payload, Draw draw) {
    String version = HexFormat.of().toHexDigits(payload[0]);
    String made = "";
    for (int i = 0; i < TRIES && made.length() != value.length(); i++) {
      String hex = version + draw.text(Draw.HEX, 2 * (payload.length - 1));
      made = Base58.text(HexFormat.of().parseHex(sealHex("base58", hex)));
    }
    return made;
  }

  private String bech32(Bech32 address, Draw draw) {
    int n = address.data().length();
    int keep = kept(address);
    int padding = (n - keep) * 5 % 8;
    StringBuilder data = new StringBuilder(address.data().substring(0, keep));
    data.append(draw.text(Bech32.SYMBOLS, n - keep - 1));
    data.append(
        Bech32.SYMBOLS.charAt(draw.below(32 >> Math.min(padding, 4)) << Math.min(padding, 4)));
    String text = data.toString();
    String made = isChecked(address) ? sealed(address, text) : text;
    return new Bech32(address.human(), made, address.constant()).text();
  }

  /** A witness version stays. */
  private static int kept(Bech32 address) {
    return SEGWIT.contains(address.human()) ? 1 : 0;
  }

  private static boolean isChecked(Bech32 address) {
    return address.data().length() - kept(address) >= BECH32_CHECKED;
  }

  /** The last symbol stays as drawn: part of it is padding, which must be zero. */
  private String sealed(Bech32 address, String data) {
    int end = data.length() - 1;
    String head = data.substring(0, end - BECH32_CHECK);
    String tail = data.substring(end);
    Draw check = prf.draw("check/CRYPTO", address.human() + "1" + head + "-" + tail);
    return head + check.text(Bech32.SYMBOLS, BECH32_CHECK) + tail;
  }

  private String sealHex(String kind, String hex) {
    String head = hex.substring(0, Math.max(0, hex.length() - HEX_CHECK));
    return head + prf.draw("check/CRYPTO", kind + head).text(Draw.HEX, HEX_CHECK);
  }
}
