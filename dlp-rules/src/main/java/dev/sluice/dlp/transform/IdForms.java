package dev.sluice.dlp.transform;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The forms of identity numbers that say more than digits and letters: a birth date, a country's
 * code, a set of leading letters. Without an entry each character is drawn from its class, which is
 * enough for a serial number with check digits. Notation as in {@link IdForm}; a type can have
 * several forms of different lengths.
 */
final class IdForms {
  private static final String MBI = "[AC-HJKMNP-RT-Y]";
  private static final String MBI_ANY = "[0-9AC-HJKMNP-RT-Y]";
  private static final String DE_SERIAL = "[0-9CFGHJKLMNPRTVWXYZ]{8}";
  private static final String CONSONANT = "[B-DF-HJ-NP-TV-Z]";
  private static final String IN_PAN = "[A-Z]{3}[ABCFGHLJPT][A-Z]9{4}[A-Z]";

  private static final Map<String, List<IdForm>> FORMS =
      Map.ofEntries(
          forms("AE_ID", "784<yyyy>9{8}"),
          forms("AR_CUIT", "(20|23|27|30|33)9{9}"),
          forms("BE_NRN", "<yyMMdd>9{5}"),
          forms("BG_EGN", "<yyMMdd>9{4}"),
          forms("CH_AHV", "7569{10}"),
          forms("CH_UID", "CHE9{9}", "CHE9{9}={2}", "CHE9{9}={3}", "CHE9{9}={4}"),
          forms("CN_RESIDENT_ID", "(11|12|31|32|33|37|44|51)<ddMM><yyyyMMdd>9{3}[0-9X]"),
          forms("CZ_RC", "<yyMMdd>9{4}", "<yyMMdd>9{3}"),
          forms(
              "DE_HANDELSREGISTER",
              "^{4}",
              "^{5}",
              "^{6}",
              "^{7}",
              "^{8}",
              "^{9}",
              "^{10}",
              "^{11}"),
          forms(
              "DE_ID_CARD", "[LMNPRTVWXY]" + DE_SERIAL, "[LMNPRTVWXY]" + DE_SERIAL + "9", "9{10}D"),
          forms("DE_PASSPORT", "[CFGHJK]" + DE_SERIAL, "[CFGHJK]" + DE_SERIAL + "9"),
          forms("DE_SOCIAL_SECURITY", "9{2}<ddMMyy>[A-Z]9{3}"),
          forms("DE_TAX_NUMBER", "(21|22|23|28)9909{8}"),
          forms("DE_VAT_ID", "DE9{9}"),
          forms("DK_CPR", "<ddMMyy>9{4}"),
          forms("EE_PERSONAL_CODE", "[3-6]<yyMMdd>9{4}"),
          forms("LT_PERSONAL_CODE", "[3-6]<yyMMdd>9{4}"),
          forms("ES_NIE", "[XYZ]9{7}[A-Z]"),
          forms(
              "FI_PERSONAL_IDENTITY_CODE",
              "<ddMMyy>9{3}[0-9A-FHJ-NPR-Y]",
              "<ddMMyy>=9{3}[0-9A-FHJ-NPR-Y]"),
          forms("FR_NIR", "[12]<yyMMdd>9{8}"),
          forms("FR_SPI", "[0-3]9{9}[0-5]9{2}"),
          forms("GR_AMKA", "<ddMMyy>9{5}"),
          forms("GR_AFM", "={2}9{9}"),
          forms("ID_NIK", "(31|32|33|35)<ddMM><ddMMyy>9{4}"),
          forms("IE_PPSN", "9{7}[A-W]", "9{7}[A-W][ABHWTX]"),
          forms("IN_GSTIN", "<dd>" + IN_PAN + "[1-9]Z[0-9A-Z]"),
          forms("IN_PAN", IN_PAN),
          forms("IT_DRIVER_LICENSE", "[A-Z]{2}9{7}[A-Z]"),
          forms("IT_VAT_CODE", "={2}9{11}"),
          forms("IT_FISCAL_CODE", "[A-Z]{6}9{2}[ABCDEHLMPRST]<dd>[A-Z]9{3}[A-Z]"),
          forms("KR_PASSPORT", "[MS]9{3}~9{4}"),
          forms("KR_RRN", "<yyMMdd>[1-4]9{6}"),
          forms("KR_FRN", "<yyMMdd>[5-8]9{6}"),
          forms("LV_PERSONAS_KODS", "<ddMMyy>[12]9{4}"),
          forms("MEDICAL_LICENSE", "[ABFGM][A-Z]9{7}"),
          forms(
              "MX_CURP",
              "[A-Z][AEIOU]"
                  + CONSONANT
                  + "{2}<yyMMdd>[HM](AS|BC|CS|DF|GT|JC|MC|NL|PL|SL|VZ|YN)"
                  + CONSONANT
                  + "{3}[0-9A-Z]9"),
          forms("MX_RFC", "[A-Z]{4}<yyMMdd>[A-Z0-9]{2}[0-9A]", "[A-Z]{3}<yyMMdd>[A-Z0-9]{2}[0-9A]"),
          forms("MY_MYKAD", "<yyMMdd><dd>9{4}"),
          forms("NO_FODSELSNUMMER", "<ddMMyy>9{5}"),
          forms("NZ_NHI", "[A-HJ-NP-Z]{3}99~~"),
          forms("PL_NIP", "={2}9{10}"),
          forms("PT_NIF", "={2}9{9}"),
          forms("PL_PESEL", "<yyMMdd>9{5}"),
          forms("RO_CNP", "[1256]<yyMMdd><dd>9{4}"),
          forms("SE_PERSONNUMMER", "<yyMMdd>9{4}", "<yyyyMMdd>9{4}"),
          forms("SG_UEN", "^{10}"),
          forms("SG_NRIC_FIN", "=9{7}[A-Z]"),
          forms("TW_ID", "[A-Z][12]9{8}"),
          forms("UK_NINO", "[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]9{6}[A-D]"),
          forms("US_MBI", "[1-9]" + MBI + MBI_ANY + "9" + MBI + MBI_ANY + "9" + MBI + MBI + "99"),
          forms("ZA_ID_NUMBER", "<yyMMdd>9{4}[01]89"));

  private IdForms() {}

  /** The form of a number without separators, in capitals, if the table has one. */
  static Optional<IdForm> of(String type, String number) {
    return FORMS.getOrDefault(type, List.of()).stream()
        .filter(form -> form.fits(number))
        .findFirst();
  }

  private static Map.Entry<String, List<IdForm>> forms(String type, String... texts) {
    return entry(type, Arrays.stream(texts).map(IdForm::of).collect(Collectors.toList()));
  }
}
