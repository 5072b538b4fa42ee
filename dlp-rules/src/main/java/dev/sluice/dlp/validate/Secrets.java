package dev.sluice.dlp.validate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a text can be a credential. */
final class Secrets {

  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "password",
          "passwd",
          "secret",
          "token",
          "changeme",
          "example",
          "string",
          "redacted",
          "undefined",
          "null",
          "none",
          "true",
          "false",
          "required",
          "optional",
          "hidden",
          "bearer",
          "basic",
          "yes",
          "no",
          "your_api_key",
          "your-api-key",
          "xxxx",
          "test");

  /** How variables and lookups of templates, shells and languages begin. */
  private static final List<String> TEMPLATES =
      List.of(
          "${",
          "$(",
          "{{",
          "{%",
          "<%",
          "#{",
          "@{",
          "%(",
          "%{",
          "%s",
          "%env",
          "{secrets.",
          "process.env",
          "os.environ",
          "os.getenv",
          "getenv",
          "env(",
          "env.",
          "system.getenv",
          "secrets.",
          "vault:",
          "ssm:",
          "arn:aws:");

  /** What stands behind a password's name in code, schemas and prose. */
  private static final Set<String> TYPES =
      Set.of(
          "str",
          "text",
          "varchar",
          "char",
          "bytes",
          "object",
          "any",
          "field",
          "input",
          "value",
          "self",
          "this",
          "nil",
          "empty",
          "invalid",
          "incorrect",
          "wrong",
          "missing",
          "must",
          "is",
          "the",
          "your",
          "new",
          "old",
          "and",
          "for",
          "not",
          "can",
          "was",
          "has",
          "will",
          "should",
          "min",
          "max",
          "length",
          "default",
          "unknown",
          "disabled",
          "enabled");

  private Secrets() {}

  /** RFC 7519: the first part is Base64 of a JSON object with {@code alg}. */
  static boolean jwt(String value) {
    try {
      byte[] header = Base64.getUrlDecoder().decode(value.substring(0, value.indexOf('.')));
      String json = new String(header, StandardCharsets.UTF_8).trim();
      return json.startsWith("{") && json.contains("\"alg\"");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A JSON web token in Base64. */
  static boolean jwtBase64(String value) {
    String inner = decoded(value);
    return inner.indexOf('.') > 0 && jwt(inner);
  }

  /** Whole Base64 of something that is not a placeholder. */
  static boolean base64Value(String value) {
    String inner = decoded(value);
    return !inner.isEmpty() && notPlaceholder(inner) && notPlaceholder(value);
  }

  /** Standard or URL-safe Base64 as text, one character a byte; empty if it is none. */
  private static String decoded(String value) {
    try {
      String standard = value.replace('-', '+').replace('_', '/').replace("=", "");
      return new String(Base64.getDecoder().decode(standard), StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** A password as written, not the code, type or variable that stands for one. */
  static boolean literal(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    boolean variable = "$:&@%".indexOf(value.charAt(0)) >= 0;
    boolean chain = value.matches("[A-Za-z_]{1,64}(?:(?:\\.|::|->)[A-Za-z_]{1,64}){1,8}");
    boolean ofItself = lower.contains("passw") && value.chars().noneMatch(Character::isDigit);
    return notPlaceholder(value) && !variable && !chain && !ofItself && !TYPES.contains(lower);
  }

  /** RFC 7617: Base64 of {@code user:password}. */
  static boolean basic(String value) {
    try {
      String pair = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
      return pair.indexOf(':') >= 0 && pair.chars().noneMatch(c -> c < ' ' || c == 0xFFFD);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Not a variable, a placeholder, or a mask. */
  static boolean notPlaceholder(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    boolean template =
        TEMPLATES.stream().anyMatch(lower::startsWith)
            || lower.startsWith("<") && lower.endsWith(">")
            || lower.startsWith("%") && lower.endsWith("%");
    boolean mask = lower.chars().allMatch(c -> c == '*' || c == 'x' || c == '.' || c == '•');
    return !template && !mask && !PLACEHOLDERS.contains(lower) && !Digits.allSame(value);
  }

  /** Letters and digits both: not a word, not a number. */
  static boolean mixed(String value) {
    boolean letter = value.chars().anyMatch(Character::isLetter);
    return letter && value.chars().anyMatch(Character::isDigit) && notPlaceholder(value);
  }

  /** Lower and upper case and digits: random Base62 or Base64, not a name and not hex. */
  static boolean mixedCase(String value) {
    return mixed(value)
        && value.chars().anyMatch(Character::isLowerCase)
        && value.chars().anyMatch(Character::isUpperCase);
  }

  /** At least one letter, as names, streets and cities have. */
  static boolean letters(String value) {
    return value.codePoints().anyMatch(Character::isLetter);
  }

  /** ISO 3779, NHTSA 49 CFR 565: transliterated letters, weights, check digit at place nine. */
  static boolean vin(String value) {
    String vin = Digits.alphanumeric(value);
    int[] weights = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    String letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
    String values = "12345678123457923456789";
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      char c = vin.charAt(i);
      int number = Digits.isDigit(c) ? c - '0' : values.charAt(letters.indexOf(c)) - '0';
      sum += number * weights[i];
    }
    char check = sum % 11 == 10 ? 'X' : (char) ('0' + sum % 11);
    return vin.length() == 17 && !Digits.areAll(vin) && vin.charAt(8) == check;
  }

  /** 3GPP TS 23.003: 15 digits, Luhn. */
  static boolean imei(String value) {
    String digits = Digits.only(value);
    return digits.length() == 15 && !Digits.allSame(digits) && CheckDigits.luhn(digits);
  }

  /** RFC 9562, neither nil nor max. */
  static boolean uuid(String value) {
    String digits = Digits.alphanumeric(value);
    return digits.length() == 32 && !Digits.allSame(digits);
  }
}
