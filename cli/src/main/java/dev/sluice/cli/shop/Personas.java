package dev.sluice.cli.shop;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;

/**
 * Makes personas from a seed. Cards pass Luhn (ISO/IEC 7812-1), IBANs pass mod 97 (ISO 13616); none
 * is real.
 */
final class Personas {
  private static final String[] FIRST = {
    "Ana",
    "Bruno",
    "Chloe",
    "Daniel",
    "Elif",
    "Farid",
    "Greta",
    "Hiro",
    "Ines",
    "Jonas",
    "Katarzyna",
    "Liam",
    "Mei",
    "Noah",
    "Olga",
    "Priya",
    "Quentin",
    "Rosa",
    "Samir",
    "Tove"
  };
  private static final String[] LAST = {
    "Almeida", "Bergstrom", "Castellano", "Dubois", "Eriksen", "Fischer", "Gallagher", "Hashimoto",
        "Ivanova", "Jansen",
    "Kowalczyk", "Lindqvist", "Moreau", "Novak", "Okonkwo", "Petrov", "Quispe", "Rossetti",
        "Schneider", "Takahashi"
  };
  private static final String[] STREETS = {
    "Harbour Lane",
    "Mill Road",
    "Rosenweg",
    "Rue des Tilleuls",
    "Calle Mayor",
    "Via Garibaldi",
    "Linden Avenue"
  };
  private static final String[] CITIES = {
    "Porto", "Leeds", "Hamburg", "Lyon", "Sevilla", "Torino", "Portland"
  };
  private static final String[] COUNTRIES = {"PT", "GB", "DE", "FR", "ES", "IT", "US"};
  private static final String[] MAIL_HOSTS = {"mailbox-post.net", "quickmail.io", "inbox-home.org"};
  private static final String[] AGENTS = {
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1",
    "ShopApp/7.4.2 (Android 15)"
  };

  private Personas() {}

  static Persona make(long seed, int number) {
    Random r = new Random(seed * 1_000_003L + number);
    String first = FIRST[r.nextInt(FIRST.length)];
    String last = LAST[r.nextInt(LAST.length)];
    int place = r.nextInt(CITIES.length);
    return new Persona(
        number,
        first,
        last,
        (first + "." + last + number + "@" + MAIL_HOSTS[r.nextInt(MAIL_HOSTS.length)])
            .toLowerCase(Locale.ROOT),
        "pw-" + Long.toString(Math.abs(r.nextLong()), 36),
        phone(r),
        (1 + r.nextInt(180)) + " " + STREETS[r.nextInt(STREETS.length)],
        CITIES[place],
        digits(r, 5),
        COUNTRIES[place],
        String.format(
            Locale.ROOT,
            "%04d-%02d-%02d",
            1950 + r.nextInt(55),
            1 + r.nextInt(12),
            1 + r.nextInt(28)),
        card(r),
        String.format(Locale.ROOT, "%02d/%02d", 1 + r.nextInt(12), 27 + r.nextInt(5)),
        digits(r, 3),
        iban(r),
        (20 + r.nextInt(150))
            + "."
            + r.nextInt(256)
            + "."
            + r.nextInt(256)
            + "."
            + (1 + r.nextInt(254)),
        AGENTS[r.nextInt(AGENTS.length)]);
  }

  private static String phone(Random r) {
    return switch (r.nextInt(3)) {
      case 0 -> "+4930" + digits(r, 8);
      case 1 -> "+447700" + digits(r, 6);
      default -> "+1503" + (2 + r.nextInt(8)) + digits(r, 6);
    };
  }

  private static String digits(Random r, int n) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < n; i++) {
      out.append((char) ('0' + r.nextInt(10)));
    }
    return out.toString();
  }

  private static String card(Random r) {
    String head = (r.nextBoolean() ? "4" : "5" + (1 + r.nextInt(5))) + digits(r, 14);
    head = head.substring(0, 15);
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      int d = head.charAt(14 - i) - '0';
      int v = i % 2 == 0 ? d * 2 : d;
      sum += v > 9 ? v - 9 : v;
    }
    return head + (10 - sum % 10) % 10;
  }

  private static String iban(Random r) {
    String bban = digits(r, 18);
    BigInteger asNumber = new BigInteger(bban + "131400");
    int check = 98 - asNumber.mod(BigInteger.valueOf(97)).intValue();
    return String.format(Locale.ROOT, "DE%02d%s", check, bban);
  }
}
