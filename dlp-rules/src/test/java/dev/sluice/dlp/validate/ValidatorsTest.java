package dev.sluice.dlp.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidatorsTest {

  /** Specimens published by the issuers, or made up with a right check digit. */
  private static final String SPECIMENS =
      """
      card,4111111111111111
      card,5555555555554444
      card,378282246310005
      card,6011000990139424
      card,3530111333300000
      iban,GB82WEST12345698765432
      iban,DE89370400440532013000
      iban,FR1420041010050500013M02606
      iban,NO9386011117947
      aba,021000021
      aba,011401533
      isin,US0378331005
      lei,5493001KJTIIGC8Y1R12
      clabe,032180000118359719
      base58-check,1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa
      bech32,bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4
      us-npi,1234567893
      us-dea,AB1234563
      ca-sin,130692544
      br-cpf,11144477735
      br-cnpj,11222333000181
      ar-cuit,20123456786
      cl-rut,12345678-5
      mx-curp,HEGG560427MVZRRL04
      uk-nhs,9434765919
      de-tax-id,86095742719
      de-tax-id,65929970489
      fr-nir,255081416802538
      es-nif,12345678Z
      es-nie,X1234567L
      it-fiscal-code,RSSMRA85T10A562S
      it-vat,00743110157
      be-nrn,85073003328
      ch-ahv,7569217076985
      nl-bsn,111222333
      pl-pesel,44051401359
      pl-pesel,02070803628
      se-personnummer,8112289874
      se-organisation,5560360793
      fi-hetu,131052-308T
      no-fnr,01019010046
      pt-nif,123456789
      tr-tckn,10000000146
      in-aadhaar,234567890124
      in-gstin,27AAPFU0939F1ZV
      au-tfn,123456782
      au-abn,51824753556
      au-acn,004085616
      sg-nric,S1234567D
      cn-id,11010519491231002X
      kr-rrn,9001011234568
      za-id,8001015009087
      th-tnin,1101700230708
      imei,490154203237518
      """;

  @ParameterizedTest
  @CsvSource(textBlock = SPECIMENS)
  void a_published_specimen_is_accepted(String validator, String specimen) {
    assertThat(Validators.named(validator).accepts(specimen)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(textBlock = SPECIMENS)
  void every_other_last_character_is_refused(String validator, String specimen) {
    String body = specimen.substring(0, specimen.length() - 1);
    char last = specimen.charAt(specimen.length() - 1);
    String alphabet =
        Character.isDigit(last) ? "0123456789" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ".replace("Ñ", "");

    for (char other : alphabet.toCharArray()) {
      if (other != last) {
        assertThat(Validators.named(validator).accepts(body + other))
            .as("%s with last character %s", validator, other)
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "us-ssn,536-90-4399,true",
    "us-ssn,666-90-4399,false",
    "us-ssn,900-90-4399,false",
    "us-ssn,536-00-4399,false",
    "us-itin,912-70-1234,true",
    "us-itin,912-69-1234,false",
    "uk-nino,AB123456C,true",
    "uk-nino,GB123456C,false",
    "in-pan,ABCPE1234F,true",
    "in-pan,ABCDE1234F,false",
    "au-medicare,2123456701,true",
    "au-medicare,2123456711,false",
    "dk-cpr,0101901234,true",
    "dk-cpr,3201901234,false",
    "bic,DEUTDEFF,true",
    "bic,DEUTXXFF,false",
    "vin,1M8GDM9AXKP042788,true",
    "vin,1M8GDM9A1KP042788,false",
    "ipv4-host,203.0.113.7,true",
    "ipv4-host,120.0.0.0,false",
    "ipv4-host,1.2.3.256,false",
    "ipv6,2001:db8::1,true",
    "ipv6,2001:db8::1::2,false",
    "ipv6,1:2:3:4:5:6:7,false",
    "mac,00:1a:2b:3c:4d:5e,true",
    "mac,ff:ff:ff:ff:ff:ff,false",
    "phone-international,+442079460958,true",
    "phone-international,+0442079460958,false",
    "nanp,212-555-0123,true",
    "nanp,112-555-0123,false",
    "iso-date,2024-02-29,true",
    "iso-date,2023-02-29,false",
    "epoch-seconds,1763812345,true",
    "epoch-seconds,0763812345,false",
    "luhn,18,true",
    "luhn,19,false",
  })
  void shape_range_and_calendar_decide(String validator, String value, boolean accepted) {
    assertThat(Validators.named(validator).accepts(value)).isEqualTo(accepted);
  }

  @Test
  void no_validator_throws_whatever_it_is_given() {
    Random random = new Random(42);
    for (String name : Validators.names()) {
      Validator validator = Validators.named(name);
      for (int i = 0; i < 2_000; i++) {
        assertThat(validator.accepts(noise(random))).isIn(true, false);
      }
    }
  }

  private static String noise(Random random) {
    String alphabet = "0123456789ABCXYZabz .-/:@=éÑ😀٣";
    StringBuilder noise = new StringBuilder();
    for (int i = random.nextInt(24); i > 0; i--) {
      noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return noise.toString();
  }

  @Test
  void an_unknown_name_is_refused() {
    assertThatThrownBy(() -> Validators.named("luhnn")).hasMessageContaining("luhnn");
  }
}
