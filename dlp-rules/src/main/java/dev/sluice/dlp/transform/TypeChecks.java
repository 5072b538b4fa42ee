package dev.sluice.dlp.transform;

import dev.sluice.dlp.validate.Validators;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The check digits of each identity number, by its info type: the same whatever rule found it, so
 * that one number has one surrogate everywhere.
 */
final class TypeChecks {
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("ABA_ROUTING_NUMBER", "aba"),
          Map.entry("CREDIT_CARD", "luhn"),
          Map.entry("IBAN_CODE", "iban"),
          Map.entry("SWIFT_CODE", "bic"),
          Map.entry("IMEI", "imei"),
          Map.entry("VEHICLE_IDENTIFICATION_NUMBER", "vin"),
          Map.entry("MEDICAL_LICENSE", "us-dea"),
          Map.entry("EE_PERSONAL_CODE", "baltic-code"),
          Map.entry("LT_PERSONAL_CODE", "baltic-code"),
          Map.entry("UK_VEHICLE_REGISTRATION", "uk-plate"),
          Map.entry("IT_VAT_CODE", "it-vat"),
          Map.entry("CN_RESIDENT_ID", "cn-id"),
          Map.entry("ZA_ID_NUMBER", "za-id"),
          Map.entry("SG_NRIC_FIN", "sg-nric"),
          Map.entry("TR_NATIONAL_ID", "tr-tckn"),
          Map.entry("NO_FODSELSNUMMER", "no-fnr"),
          Map.entry("SE_ORGANISATIONSNUMMER", "se-organisation"),
          Map.entry("FI_PERSONAL_IDENTITY_CODE", "fi-hetu"));

  private static final Map<String, Predicate<String>> BY_TYPE = load();

  private TypeChecks() {}

  /** The type's own check, else the one the finding's rule brings. */
  static Predicate<String> of(String family, Predicate<String> rule) {
    return BY_TYPE.getOrDefault(family, rule);
  }

  private static Map<String, Predicate<String>> load() {
    Map<String, Predicate<String>> out = new HashMap<>();
    Set<String> names = Validators.names();
    for (String name : names) {
      String type = name.toUpperCase(Locale.ROOT).replace('-', '_');
      if (type.matches("[A-Z]{2}_.*")) {
        out.put(type, Validators.named(name)::accepts);
      }
    }
    OTHER_NAMES.forEach(
        (type, name) -> {
          if (names.contains(name)) {
            out.put(type, Validators.named(name)::accepts);
          }
        });
    return Map.copyOf(out);
  }
}
