package dev.sluice.dlp.transform;

import java.util.Locale;
import java.util.Set;

/**
 * Made-up names, word for word, in the case of the original. A word has one surrogate wherever it
 * stands, so that a first name alone is the one in the full name. 48 x 24 x 40 names per word.
 */
final class NameSurrogate implements Surrogate {
  private static final String[] STARTS = {
    "Ado", "Beli", "Cor", "Del", "Eski", "Faro", "Gil", "Hes", "Ilma", "Jove", "Kel", "Lor", "Mire",
    "Nadi", "Orva", "Peli", "Quo", "Rove", "Sel", "Tami", "Ulve", "Vari", "Wil", "Xan", "Yele",
    "Zor", "Almi", "Bro", "Cel", "Dor", "Elva", "Fen", "Gor", "Hal", "Isa", "Jel", "Kor", "Lumi",
    "Mor", "Nel", "Ostri", "Pavo", "Ril", "Savi", "Tor", "Uld", "Vel", "Wend"
  };
  private static final String[] MIDDLES = {
    "", "a", "be", "ca", "da", "e", "fa", "ga", "ha", "i", "ju", "ka", "le", "ma", "ne", "o", "pe",
    "ra", "si", "ta", "u", "ve", "wa", "zo"
  };
  static final int PER_WORD = 48 * 24 * 40;
  private static final String[] ENDS = {
    "bera", "can", "dira", "dor", "fina", "fon", "gard", "gret", "hild", "jan", "kar", "kina",
    "lan", "lenka", "lia", "lind", "lora", "mar", "mina", "mund", "nara", "nell", "nor", "pina",
    "ran", "rella", "rick", "rona", "sandor", "selm", "sia", "stan", "tara", "tel", "tina", "tor",
    "vald", "vena", "vin", "zar"
  };
  private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "dr", "prof", "herr", "frau");

  private final Prf prf;

  NameSurrogate(Prf prf) {
    this.prf = prf;
  }

  @Override
  public String make(String value, Draw draw) {
    StringBuilder out = new StringBuilder(value.length());
    int i = 0;
    while (i < value.length()) {
      int start = i;
      while (i < value.length() && isOfWord(value.charAt(i))) {
        i++;
      }
      if (i > start) {
        out.append(word(value.substring(start, i)));
      } else {
        char c = value.charAt(i++);
        out.append(c >= '0' && c <= '9' ? draw.of(Draw.DIGITS) : c);
      }
    }
    return out.toString();
  }

  private String word(String word) {
    String canonical = Canonical.name(word);
    if (TITLES.contains(canonical)) {
      return word;
    }
    Draw draw = prf.draw("surrogate/PERSON", canonical);
    if (word.length() == 1 && word.charAt(0) < 128) {
      return cased(word, "" + draw.of(Draw.UPPER));
    }
    String name =
        STARTS[draw.below(STARTS.length)]
            + MIDDLES[draw.below(MIDDLES.length)]
            + ENDS[draw.below(ENDS.length)];
    return cased(word, name.toLowerCase(Locale.ROOT).equals(canonical) ? name + "a" : name);
  }

  private static String cased(String word, String name) {
    if (word.equals(word.toLowerCase(Locale.ROOT))) {
      return word.equals(word.toUpperCase(Locale.ROOT)) ? name : name.toLowerCase(Locale.ROOT);
    }
    return word.equals(word.toUpperCase(Locale.ROOT)) ? name.toUpperCase(Locale.ROOT) : name;
  }

  private static boolean isOfWord(char c) {
    return Character.isLetter(c) || Character.isSurrogate(c) || c == '\'' || c > 0x2ff;
  }
}
