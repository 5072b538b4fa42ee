package dev.sluice.dlp.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * A field written as the line that rules for source code and configuration expect: {@code
 * name="value"}.
 */
record NamedText(String text, int offset, int length) {

  static NamedText of(String name, String value) {
    String before = name + "=\"";
    return new NamedText(before + value + '"', before.length(), value.length());
  }

  /** Those candidates that lie in the value, with indices in it. */
  List<Candidate> inValue(List<Candidate> found) {
    List<Candidate> inside = new ArrayList<>();
    for (Candidate c : found) {
      if (c.start() >= offset && c.end() <= offset + length) {
        inside.add(new Candidate(c.start() - offset, c.end() - offset, c.rule(), c.score()));
      }
    }
    return inside;
  }
}
