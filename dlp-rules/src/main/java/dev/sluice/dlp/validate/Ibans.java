package dev.sluice.dlp.validate;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * ISO 13616 account numbers: the country's structure from the SWIFT registry, then mod 97. Knows
 * where an IBAN ends, so that the word behind it is not taken for a part.
 */
final class Ibans implements Validator {

  /** Country and BBAN: counts of n digits, a letters, c either. */
  private static final String REGISTRY =
      "AD8n12c AE19n AL8n16c AT16n AZ4a20c BA16n BE12n BG4a6n8c BH4a14c BI23n BR23n1a1c BY4c4n16c "
          + "CH5n12c CR18n CY8n16c CZ20n DE18n DJ23n DK14n DO4c20n EE16n EG25n ES20n FI14n FK2a12n "
          + "FO14n FR10n11c2n GB4a14n GE2a16n GI4a15c GL14n GR7n16c GT24c HN4a20n HR17n HU24n "
          + "IE4a14n IL19n IQ4a15n IS22n IT1a10n12c JO4a4n18c KW4a22c KZ3n13c LB4n20c LC4a24c "
          + "LI5n12c LT16n LU3n13c LV4a13c LY21n MC10n11c2n MD20c ME18n MK3n10c2n MN16n MR23n "
          + "MT4a5n18c MU4a19n3a NI4a20n NL4a10n NO11n OM3n16c PK4a16c PL24n PS4a21c PT21n QA4a21c "
          + "RO4a16c RS18n RU14n15c SA2n18c SC4a20n3a SD14n SE20n SI15n SK20n SM1a10n12c SO19n "
          + "ST21n SV4a20n TL19n TN20n TR6n16c UA6n19c VA18n VG4a16n XK16n YE4a4n18c";

  private static final Map<String, String> STRUCTURES = structures();

  @Override
  public boolean accepts(String value) {
    Part part = find(value);
    return part != null && part.end() == value.length();
  }

  @Override
  public @Nullable Part find(String value) {
    String iban = Digits.alphanumeric(value);
    String structure = iban.length() < 5 ? null : STRUCTURES.get(iban.substring(0, 2));
    if (structure == null || iban.length() < structure.length() + 4) {
      return null;
    }
    String exact = iban.substring(0, structure.length() + 4);
    boolean valid =
        fits(exact, structure) && CheckDigits.mod97(exact.substring(4) + exact.substring(0, 4));
    return valid ? new Part(0, endOf(value, exact.length())) : null;
  }

  private static boolean fits(String iban, String structure) {
    for (int i = 0; i < structure.length(); i++) {
      boolean digit = Digits.isDigit(iban.charAt(i + 4));
      char wanted = structure.charAt(i);
      if (wanted == 'n' && !digit || wanted == 'a' && digit) {
        return false;
      }
    }
    return Digits.areAll(iban.substring(2, 4));
  }

  /** Behind that many letters and digits. */
  private static int endOf(String value, int count) {
    int seen = 0;
    int at = 0;
    while (seen < count) {
      if (Character.isLetterOrDigit(value.charAt(at++))) {
        seen++;
      }
    }
    return at;
  }

  private static Map<String, String> structures() {
    Map<String, String> out = new HashMap<>();
    for (String entry : REGISTRY.split(" ", -1)) {
      StringBuilder structure = new StringBuilder();
      int count = 0;
      for (char c : entry.substring(2).toCharArray()) {
        if (Digits.isDigit(c)) {
          count = count * 10 + c - '0';
        } else {
          structure.append(String.valueOf(c).repeat(count));
          count = 0;
        }
      }
      out.put(entry.substring(0, 2), structure.toString());
    }
    return Map.copyOf(out);
  }
}
