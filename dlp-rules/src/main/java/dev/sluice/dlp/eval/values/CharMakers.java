package dev.sluice.dlp.eval.values;

import static dev.sluice.dlp.eval.values.Dice.DIGITS;
import static dev.sluice.dlp.eval.values.Dice.LOWER;
import static dev.sluice.dlp.eval.values.Dice.UPPER;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Characters of an alphabet: {@code {hex:40}}. */
final class CharMakers {
  private CharMakers() {}

  static Map<String, Maker> all() {
    Map<String, Maker> all = new HashMap<>();
    put(all, "hex", DIGITS + "abcdef");
    put(all, "HEX", DIGITS + "ABCDEF");
    put(all, "d", DIGITS);
    put(all, "d1", "123456789");
    put(all, "lower", LOWER);
    put(all, "upper", UPPER);
    put(all, "alnum", LOWER + DIGITS);
    put(all, "ALNUM", UPPER + DIGITS);
    put(all, "b32", UPPER + "234567");
    put(all, "b58", "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz");
    put(all, "BECH", "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L");
    put(all, "b62", UPPER + LOWER + DIGITS);
    put(all, "url64", UPPER + LOWER + DIGITS + "-_");
    all.put("b64", (dice, n) -> Base64.getEncoder().encodeToString(dice.bytes(count(n))));
    all.put("one", (dice, items) -> dice.pick(List.of(items.split(","))));
    all.put("int", (dice, range) -> number(dice, range.split("-")));
    return all;
  }

  private static void put(Map<String, Maker> all, String name, String alphabet) {
    all.put(name, (dice, n) -> dice.chars(alphabet, count(n)));
  }

  private static String number(Dice dice, String[] range) {
    return dice.padded(Integer.parseInt(range[0]), Integer.parseInt(range[1]), range[0].length());
  }

  private static int count(String text) {
    return text.isEmpty() ? 1 : Integer.parseInt(text);
  }
}
