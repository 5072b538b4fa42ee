package dev.sluice.dlp.detect;

/** A value of a corpus, where it stands. */
record CorpusValue(String text, ValueContext context) {
  @Override
  public String toString() {
    return "[value, " + text.length() + " chars]";
  }
}
