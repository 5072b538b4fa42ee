package dev.sluice.dlp.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each national number's check digits, over generated numbers. */
class NationalNumbersTest {

  private static final int NUMBERS = 200;

  /**
   * Validator, form ({@code 9} a digit, {@code A} a letter, {@code ?} the digits and {@code *} the
   * letter that check the rest; all else stands for itself), and the least share in percent of
   * single wrong digits that must be found. Where a form holds a date many are refused for that.
   */
  private static final String FORMS =
      """
      us-npi,199999999?,100
      us-dea,AA999999?,85
      ca-sin,199999999,100
      mx-curp,AAAA900101HDFAAA0?,70
      mx-rfc,AAAA900101AA?,80
      br-cpf,999999999??,100
      br-cnpj,99999999/0001-??,100
      ar-cuit,2099999999?,98
      cl-rut,1999999?,98
      co-nit,89999999?,98
      pe-ruc,2099999999?,85
      uk-nhs,999999999?,98
      uk-utr,?999999999,80
      ie-ppsn,9999999*,98
      de-tax-id,9999999999?,95
      de-vat-id,DE19999999?,98
      de-health-insurance,A99999999?,100
      de-social-security,65170839A99?,85
      de-document,L9999A999?,85
      de-lanr,999999?01,75
      fr-nir,1850675999999??,98
      fr-siren,99999999?,100
      fr-siret,7328293209999?,100
      fr-spi,1999999999???,95
      nl-bsn,99999999?,98
      be-nrn,850730999??,98
      at-svnr,199?010180,90
      ch-ahv,756999999999?,100
      ch-uid,CHE-999.999.99?,98
      es-nif,99999999*,100
      es-nie,X9999999*,100
      es-cif,A9999999?,100
      es-nss,2899999999??,98
      pt-nif,29999999?,90
      it-fiscal-code,AAAAAA85T10A999*,98
      it-vat,9999999999?,100
      tr-tckn,199999999??,98
      se-personnummer,811228999?,100
      se-organisation,559999999?,100
      fi-hetu,131052-399*,95
      no-fnr,010190999??,98
      pl-pesel,4405149999?,100
      pl-nip,199999999?,98
      cz-rc,710319999?,85
      hu-taj,99999999?,100
      ro-cnp,163061512999?,90
      bg-egn,752316999?,85
      hr-oib,9999999999?,98
      baltic-code,3760503999?,90
      gr-amka,0101309999?,100
      gr-afm,19999999?,85
      ua-rnokpp,299999999?,85
      in-aadhaar,29999999999?,100
      cn-id,11010519491231999?,90
      tw-id,A19999999?,90
      hk-id,A999999?,98
      sg-nric,S9999999*,100
      sg-uen,197499999*,90
      jp-my-number,99999999999?,85
      th-tnin,199999999999?,85
      kr-rrn,900101-199999?,85
      kr-frn,900101-599999?,85
      kr-brn,199999999?,85
      au-tfn,19999999?,98
      au-medicare,29999999?1,75
      au-abn,199999999??,95
      au-acn,19999999?,85
      nz-ird,4999999?,90
      nz-nhi,AAA999?,90
      za-id,800101999908?,98
      ng-nin,9999999999?,100
      il-id,99999999?,100
      ae-id,78419809999999?,100
      """;

  @ParameterizedTest
  @CsvSource(textBlock = FORMS)
  void a_right_number_passes_and_wrong_single_digits_are_found(
      String name, String form, int leastFound) {
    Validator validator = Validators.named(name);
    Random random = new Random(name.hashCode());
    int made = 0;
    int wrong = 0;
    int found = 0;
    for (int i = 0; i < NUMBERS * 20 && made < NUMBERS; i++) {
      Optional<String> right = complete(validator, drawn(form, random));
      if (right.isPresent()) {
        made++;
        String other = withOneOtherDigit(right.get(), random);
        wrong++;
        found += validator.accepts(other) ? 0 : 1;
      }
    }

    assertThat(made).as("right numbers made for %s", name).isGreaterThanOrEqualTo(NUMBERS / 2);
    assertThat(100.0 * found / wrong).isGreaterThanOrEqualTo(leastFound);
  }

  @Test
  void every_national_validator_stands_here_or_has_nothing_to_check() {
    Set<String> checked = new TreeSet<>();
    FORMS.lines().forEach(line -> checked.add(line.substring(0, line.indexOf(','))));
    Set<String> withoutCheckDigits =
        Set.of(
            "us-ssn",
            "us-itin",
            "us-mbi",
            "mx-rfc-date",
            "uk-nino",
            "uk-driving-licence",
            "uk-plate",
            "de-bsnr",
            "de-kfz",
            "de-plz",
            "tr-license-plate",
            "dk-cpr",
            "in-pan",
            "in-gstin",
            "in-vehicle-registration",
            "id-nik",
            "my-mykad",
            "kr-driver-license");

    assertThat(NationalValidators.BY_NAME.keySet())
        .allMatch(name -> checked.contains(name) || withoutCheckDigits.contains(name));
  }

  private static String drawn(String form, Random random) {
    StringBuilder drawn = new StringBuilder();
    for (char c : form.toCharArray()) {
      switch (c) {
        case '9' -> drawn.append((char) ('0' + random.nextInt(10)));
        case 'A' -> drawn.append(letter(random));
        default -> drawn.append(c);
      }
    }
    return drawn.toString();
  }

  private static char letter(Random random) {
    return (char) ('A' + random.nextInt(26));
  }

  /** The number with its check places filled so that the validator accepts it. */
  private static Optional<String> complete(Validator validator, String form) {
    int digit = form.indexOf('?');
    int letter = form.indexOf('*');
    if (digit < 0 && letter < 0) {
      return validator.accepts(form) ? Optional.of(form) : Optional.empty();
    }
    String alphabet = digit >= 0 ? "0123456789" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    int at = digit >= 0 ? digit : letter;
    for (char c : alphabet.toCharArray()) {
      Optional<String> whole =
          complete(validator, form.substring(0, at) + c + form.substring(at + 1));
      if (whole.isPresent()) {
        return whole;
      }
    }
    return Optional.empty();
  }

  private static String withOneOtherDigit(String number, Random random) {
    while (true) {
      int at = random.nextInt(number.length());
      char was = number.charAt(at);
      char now = (char) ('0' + random.nextInt(10));
      if (Character.isDigit(was) && was != now) {
        return number.substring(0, at) + now + number.substring(at + 1);
      }
    }
  }
}
