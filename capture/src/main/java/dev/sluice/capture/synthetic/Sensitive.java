package dev.sluice.capture.synthetic;

import java.math.BigInteger;
import java.util.Locale;

/** Made-up values of the kinds that a sanitizer must find. Not thread-safe. */
final class Sensitive {
  private static final String[] FIRST =
      ("James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth Wei Priya Ahmed"
              + " Fatima Carlos Sofia Yuki Hans Ingrid Olga Pierre Chloe Mateo Lucia Kwame Amara")
          .split(" ");
  private static final String[] LAST =
      ("Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Chen Patel Khan"
              + " Nguyen Tanaka Schmidt Ivanova Dubois Rossi Kowalski Andersson Silva Okafor Mensah")
          .split(" ");

  private final Dice dice;
  private final Words words;

  Sensitive(Dice dice, Words words) {
    this.dice = dice;
    this.words = words;
  }

  /** A field of a JSON object; its value needs no escapes. */
  record Field(String name, String value) {
    @Override
    public String toString() {
      return name;
    }
  }

  Field field() {
    return switch (dice.below(16)) {
      case 0, 1, 2 -> field("email", email());
      case 3, 4 -> field("phone", phone());
      case 5 -> field("cardNumber", card());
      case 6 -> field("ssn", ssn());
      case 7 -> field("iban", iban());
      case 8 -> field("ip", address());
      case 9 -> field("accessToken", jwt());
      case 10 ->
          field("awsAccessKeyId", "AKIA" + dice.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16));
      case 11 -> field("githubToken", "ghp" + "_" + dice.from(Dice.ALPHANUMERIC, 36));
      case 12 -> field("apiKey", dice.from(Dice.LOWER, 40));
      case 13 -> field("fullName", dice.pick(FIRST) + " " + dice.pick(LAST));
      case 14 -> field("notes", note());
      default -> field("password", dice.from(Dice.ALPHANUMERIC, 14));
    };
  }

  private static Field field(String name, String value) {
    return new Field(name, value);
  }

  String email() {
    String who = dice.pick(FIRST) + "." + dice.pick(LAST) + dice.below(99);
    String domain = dice.pick("mail.example", "shop.example.org", "corp.example.net");
    return who.toLowerCase(Locale.ROOT) + "@" + domain;
  }

  String token() {
    return dice.hex(32);
  }

  String jwt() {
    String head = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.";
    String claims = "{\"sub\":\"" + dice.digits(9) + "\",\"iat\":17" + dice.digits(8) + "}";
    return head
        + java.util.Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
        + "."
        + dice.from(Dice.ALPHANUMERIC, 43);
  }

  String address() {
    return (11 + dice.below(80))
        + "."
        + dice.below(255)
        + "."
        + dice.below(255)
        + "."
        + dice.two(10, 89);
  }

  private String note() {
    return words.sentence(8) + " call " + phone() + " or mail " + email() + " " + words.sentence(6);
  }

  private String phone() {
    return switch (dice.below(3)) {
      case 0 -> "+1-212-" + (200 + dice.below(700)) + "-" + dice.digits(4);
      case 1 -> "(415) " + (200 + dice.below(700)) + "-" + dice.digits(4);
      default -> "+4930" + dice.digits(8);
    };
  }

  private String ssn() {
    return (100 + dice.below(550)) + "-" + dice.two(10, 89) + "-" + dice.digits(4);
  }

  /** With its check digit (ISO/IEC 7812-1, annex B). */
  private String card() {
    String digits = "4" + dice.digits(14);
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      int d = digits.charAt(i) - '0';
      sum += i % 2 == 1 ? d : d < 5 ? 2 * d : 2 * d - 9;
    }
    return digits + (10 - sum % 10) % 10;
  }

  /** With its check digits (ISO 13616); {@code 131400} is {@code DE00} in digits. */
  private String iban() {
    String account = dice.digits(18);
    int rest = new BigInteger(account + "131400").mod(BigInteger.valueOf(97)).intValue();
    int check = 98 - rest;
    return "DE" + (check < 10 ? "0" : "") + check + account;
  }
}
