package dev.sluice.dlp.validate;

/** Tells text made of words, such as names and paths, from random characters. */
final class Wordiness {

  /**
   * Most of the letter pairs of European languages are among these 240; of random pairs a third.
   */
  private static final String[] COMMON_PAIRS = {
    "ab ac ad af ag ai ak al am an ap ar as at au av ay ba be bi bl bo br bu by ca ce ch ci ck cl",
    "co cr ct cu da db dd de di do dr ds du ea eb ec ed ee ef eg ei el em en ep er es et eu ev ew",
    "ex ey fa fe ff fi fo fr ft fu ga ge gh gi gl go gr gs gu ha he hi ho hr ht hu ia ib ic id ie",
    "if ig il im in io ip ir is it iv ka ke ki ks la lc ld le li ll lo ls lt lu ly ma mb me mi mm",
    "mo mp ms mu my na nc nd ne nf ng ni nk nn no ns nt nu ob oc od of og oi ok ol om on oo op or",
    "os ot ou ov ow pa pe ph pi pl po pp pr ps pt pu qu ra rc rd re rg ri rk rl rm rn ro rr rs rt",
    "ru rv ry sa sc se sh si sk sl so sp ss st su sw ta tc te th ti tl tm to tp tr ts tt tu ty ub",
    "uc ud ue ug ui ul um un up ur us ut va ve vi vo wa we wh wi wo xt ys ze"
  };

  private static final boolean[] COMMON = common();
  private static final int FEWEST = 6;
  private static final int FEWEST_UNSPEAKABLE = 10;
  private static final double SHORTEST_AVERAGE = 3.4;

  private Wordiness() {}

  /** Whether most of it is words. */
  static boolean isWordy(String value) {
    return hasCommonPairs(value) || hasSeparateWords(value);
  }

  /** At least three parts between separators, and half of all characters in parts of letters. */
  private static boolean hasSeparateWords(String value) {
    String[] parts = value.split("[-_./]+", -1);
    int inWords = 0;
    for (String part : parts) {
      boolean word = part.chars().allMatch(c -> letter((char) c) >= 0);
      inWords += word ? part.length() : 0;
    }
    return parts.length >= 3 && inWords * 2 >= value.length();
  }

  /** At least three in four letter pairs, of no fewer than six, are common ones; no patchwork. */
  private static boolean hasCommonPairs(String value) {
    int[] pairs = pairs(value);
    return pairs[0] >= FEWEST && pairs[1] * 4 >= pairs[0] * 3 && !isPatchwork(value);
  }

  /** Fewer than half of the letter pairs, of no fewer than ten, are common ones. */
  static boolean isUnspeakable(String value) {
    int[] pairs = pairs(value);
    return pairs[0] >= FEWEST_UNSPEAKABLE && pairs[1] * 2 < pairs[0];
  }

  /** How many letter pairs there are within words, and how many of them are common ones. */
  private static int[] pairs(String value) {
    int pairs = 0;
    int common = 0;
    for (int i = 1; i < value.length(); i++) {
      int a = letter(value.charAt(i - 1));
      int b = letter(value.charAt(i));
      if (a >= 0 && b >= 0 && !startsWord(value, i)) {
        pairs++;
        common += COMMON[a * 26 + b] ? 1 : 0;
      }
    }
    return new int[] {pairs, common};
  }

  /** Whether letters come in runs of one case or camel-case word that are short on average. */
  static boolean isPatchwork(String value) {
    int letters = 0;
    int runs = 0;
    for (int i = 0; i < value.length(); i++) {
      if (letter(value.charAt(i)) >= 0) {
        letters++;
        runs += i == 0 || letter(value.charAt(i - 1)) < 0 || startsWord(value, i) ? 1 : 0;
      }
    }
    return letters < runs * SHORTEST_AVERAGE;
  }

  private static boolean startsWord(String value, int i) {
    return Character.isUpperCase(value.charAt(i)) && Character.isLowerCase(value.charAt(i - 1));
  }

  private static int letter(char c) {
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'z' && c < 128 ? lower - 'a' : -1;
  }

  private static boolean[] common() {
    boolean[] common = new boolean[26 * 26];
    for (String pair : String.join(" ", COMMON_PAIRS).split(" ")) {
      common[(pair.charAt(0) - 'a') * 26 + pair.charAt(1) - 'a'] = true;
    }
    return common;
  }
}
