package dev.sluice.dlp.eval.values;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/** Credentials with an inner structure. */
final class TokenMakers {
  private TokenMakers() {}

  static Map<String, Maker> all() {
    return Map.of(
        "jwt", (dice, a) -> jwt(dice),
        "basic",
            (dice, a) ->
                base64(
                    Objects.requireNonNull(GlobalMakers.all().get("email")).make(dice, "")
                        + ":"
                        + password(dice)),
        "password", (dice, a) -> password(dice),
        "pem", (dice, kind) -> pem(dice, kind),
        "b64json",
            (dice, a) ->
                base64(
                    "{\"id\":"
                        + dice.between(1, 99999)
                        + ",\"key\":\""
                        + dice.chars(Dice.LOWER, 20)
                        + "\"}"));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String url64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** RFC 7519, signed with random bytes. */
  private static String jwt(Dice dice) {
    String signature = Base64.getUrlEncoder().withoutPadding().encodeToString(dice.bytes(32));
    return url64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")
        + "."
        + url64(
            "{\"sub\":\""
                + dice.digits(10)
                + "\",\"scope\":\"read\",\"exp\":"
                + dice.between(1_700_000_000, 1_790_000_000)
                + "}")
        + "."
        + signature;
  }

  private static String password(Dice dice) {
    return dice.of("Winter", "tiger", "Blue", "coffee", "Mond")
        + dice.chars("!#$%&*?", 1)
        + dice.between(10, 9999)
        + dice.chars(Dice.LOWER + Dice.UPPER, 4);
  }

  /** RFC 7468. */
  private static String pem(Dice dice, String kind) {
    String label = (kind.isEmpty() ? "" : kind + " ") + "PRIVATE KEY";
    StringBuilder text = new StringBuilder("-----BEGIN " + label + "-----\n");
    String body = "MII" + Base64.getEncoder().encodeToString(dice.bytes(600)).substring(3);
    for (int i = 0; i < body.length(); i += 64) {
      text.append(body, i, Math.min(body.length(), i + 64)).append('\n');
    }
    return text.append("-----END ").append(label).append("-----").toString();
  }
}
