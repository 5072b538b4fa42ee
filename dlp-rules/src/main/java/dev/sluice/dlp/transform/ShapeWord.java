package dev.sluice.dlp.transform;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A value as a word of its shape: which alphabet each replaceable character comes from, and which
 * letter of it stands there. Words over one alphabet are FF1 words as they are; words over several
 * are counted through and become binary ones.
 *
 * @param template the value; characters that stay are taken from it
 * @param hex whether hexadecimal text counts as such
 * @param places indices of the replaceable characters
 * @param alphabets one per place
 */
record ShapeWord(String template, boolean hex, List<Integer> places, List<String> alphabets) {

  /** The shape of a value whose first {@code keep} letters and digits stay. */
  static ShapeWord of(String value, int keep, boolean hex) {
    Symbols.Classes classes = hex ? Symbols.classes(value) : new Symbols.Classes("");
    List<Integer> places = new ArrayList<>();
    List<String> alphabets = new ArrayList<>();
    int seen = 0;
    for (int i = 0; i < value.length(); i++) {
      String alphabet = classes.alphabet(value.charAt(i));
      if (!alphabet.isEmpty() && seen++ >= keep) {
        places.add(i);
        alphabets.add(alphabet);
      }
    }
    return new ShapeWord(value, hex, places, alphabets);
  }

  /** How many values have this shape. */
  BigInteger domain() {
    BigInteger n = BigInteger.ONE;
    for (String alphabet : alphabets) {
      n = n.multiply(BigInteger.valueOf(alphabet.length()));
    }
    return n;
  }

  /** Size of the FF1 alphabet: the shape's own if it has one, else 2. */
  int radix() {
    return isUniform() ? alphabets.get(0).length() : 2;
  }

  byte[] word() {
    return isUniform() ? letters(template) : bits(letters(template));
  }

  /** The value that a word stands for; empty text for a binary word beyond the last value. */
  String value(byte[] word) {
    byte[] letters = word;
    if (!isUniform()) {
      BigInteger rank = rank(word);
      if (rank.compareTo(domain()) >= 0) {
        return "";
      }
      letters = unrank(rank);
    }
    StringBuilder out = new StringBuilder(template);
    for (int i = 0; i < places.size(); i++) {
      out.setCharAt(places.get(i), alphabets.get(i).charAt(letters[i] & 0xff));
    }
    return out.toString();
  }

  /** Whether a value of this shape is read as one: hexadecimal text can lack letters. */
  boolean isShapeOf(String value) {
    return !hex || Symbols.classes(value).equals(Symbols.classes(template));
  }

  private boolean isUniform() {
    return alphabets.stream().distinct().count() == 1;
  }

  private byte[] letters(String value) {
    byte[] out = new byte[places.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) alphabets.get(i).indexOf(value.charAt(places.get(i)));
    }
    return out;
  }

  private byte[] bits(byte[] letters) {
    BigInteger rank = BigInteger.ZERO;
    for (int i = 0; i < letters.length; i++) {
      rank =
          rank.multiply(BigInteger.valueOf(alphabets.get(i).length()))
              .add(BigInteger.valueOf(letters[i]));
    }
    byte[] out = new byte[domain().subtract(BigInteger.ONE).bitLength()];
    for (int i = 0; i < out.length; i++) {
      out[out.length - 1 - i] = (byte) (rank.testBit(i) ? 1 : 0);
    }
    return out;
  }

  private static BigInteger rank(byte[] bits) {
    BigInteger rank = BigInteger.ZERO;
    for (int i = 0; i < bits.length; i++) {
      rank = bits[bits.length - 1 - i] == 1 ? rank.setBit(i) : rank;
    }
    return rank;
  }

  private byte[] unrank(BigInteger rank) {
    byte[] out = new byte[alphabets.size()];
    BigInteger rest = rank;
    for (int i = out.length - 1; i >= 0; i--) {
      BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(alphabets.get(i).length()));
      out[i] = parts[1].byteValue();
      rest = parts[0];
    }
    return out;
  }

  /** Not its text: that is raw. */
  @Override
  public String toString() {
    return "[shape of " + places.size() + "]";
  }
}
