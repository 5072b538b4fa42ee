package dev.sluice.dlp.transform;

import java.util.List;
import java.util.Locale;

/** Names from a fixed list of made-up ones, word for word, in the case of the original. */
final class NameSurrogate implements Surrogate {
  static final List<String> NAMES =
      List.of(
          "Adelo", "Belira", "Corvan", "Delmia", "Eskil", "Farono", "Gilva", "Hestor", "Ilmari",
          "Jovena", "Kelmar", "Lorvin", "Mirelo", "Nadira", "Orvald", "Pelina", "Quorin", "Rovena",
          "Selvik", "Tamiro", "Ulvena", "Varico", "Wilmar", "Xandro", "Yelena", "Zorvan", "Almira",
          "Brovik", "Celdon", "Dorvina", "Elvaro", "Fenwick", "Gorval", "Halvena", "Isandro",
          "Jelmira", "Korvel", "Lumina", "Morvan", "Nelvik", "Ostrid", "Pavolo", "Rilmar", "Savina",
          "Torvald", "Uldric", "Velmora", "Wendric", "Yorval", "Zelmina", "Ardovan", "Brelina",
          "Caldric", "Delvan", "Ermina", "Foldar", "Grelva", "Hildor", "Ivorel", "Jandor",
          "Kalvina", "Lestrio", "Melvora", "Norvik");

  @Override
  public String make(String value, Draw draw) {
    StringBuilder out = new StringBuilder(value.length());
    int i = 0;
    while (i < value.length()) {
      int start = i;
      while (i < value.length() && Character.isLetter(value.charAt(i))) {
        i++;
      }
      if (i > start) {
        out.append(cased(value.substring(start, i), draw));
      } else {
        char c = value.charAt(i++);
        out.append(c >= '0' && c <= '9' ? draw.of(Draw.DIGITS) : c);
      }
    }
    return out.toString();
  }

  private static String cased(String word, Draw draw) {
    if (word.length() == 1) {
      return word.equals(word.toUpperCase(Locale.ROOT))
          ? "" + draw.of(Draw.UPPER)
          : "" + draw.of(Draw.LOWER);
    }
    String name = NAMES.get(draw.below(NAMES.size()));
    if (word.equals(word.toUpperCase(Locale.ROOT))) {
      return name.toUpperCase(Locale.ROOT);
    }
    return word.equals(word.toLowerCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
  }
}
