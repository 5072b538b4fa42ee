package dev.sluice.capture.synthetic;

/** What API payloads are made of, apart from anything sensitive. Not thread-safe. */
final class Words {
  private static final String[] WORDS =
      ("the order was shipped to customer and arrived late because of weather please contact support"
              + " for refund status updated by system page started declined retry later thanks"
              + " regards team product catalog item quantity price discount applied delivery note"
              + " gift message issued total amount due tracking carrier warehouse stock level reorder"
              + " supplier review rating comment excellent poor average quality service fast slow"
              + " helpful recommended would buy again returned damaged box missing part replacement"
              + " sent confirmed pending cancelled completed processing queue worker job failed"
              + " timeout connection reset upstream cache miss hit latency percentile region cluster"
              + " node pod container image version build release branch commit merge request pipeline"
              + " stage deploy rollback feature flag experiment variant control group metric dashboard"
              + " alert threshold")
          .split(" ");
  private static final String[] KEYS =
      ("id name title status type createdAt updatedAt url description count total price currency"
              + " quantity sku category tags enabled version region locale timezone phase kind label"
              + " slug color width height score rank source target path method reason message level"
              + " duration parentId groupId tenantId avatarUrl thumbnail notes priority progress"
              + " checksum etag mimeType size encoding language platform device browser os appVersion"
              + " sessionLength clicks views likes shares comments")
          .split(" ");

  private final Dice dice;

  Words(Dice dice) {
    this.dice = dice;
  }

  String key() {
    return dice.pick(KEYS);
  }

  String word() {
    return dice.pick(WORDS);
  }

  String sentence(int words) {
    StringBuilder text = new StringBuilder(words * 7);
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : i % 11 == 0 ? ". " : " ").append(word());
    }
    return text.toString();
  }

  String path() {
    return word() + "/" + word() + "/" + dice.digits(4);
  }

  /** A scalar as it stands in JSON, with quotes where it has any. */
  String scalar() {
    int kind = dice.below(100);
    if (kind < 40) {
      return shortScalar(kind);
    }
    if (kind < 46) {
      return dice.pick("true", "false", "null");
    }
    return kind < 98 ? '"' + text(kind) + '"' : dice.below(1000) + "." + dice.digits(2);
  }

  private String shortScalar(int kind) {
    if (kind < 12) {
      return '"' + dice.uuid() + '"';
    }
    return kind < 22 ? '"' + dice.instant() + '"' : dice.digits(1 + dice.below(6));
  }

  private String text(int kind) {
    if (kind < 60) {
      return word();
    }
    if (kind < 68) {
      return word() + "-" + word();
    }
    if (kind < 76) {
      return "/api/v2/" + path();
    }
    if (kind < 80) {
      return "https://cdn.shop.example/" + path() + ".png?v=" + dice.hex(8);
    }
    return kind < 90 ? sentence(4 + dice.below(12)) : longText(kind);
  }

  private String longText(int kind) {
    if (kind < 95) {
      return sentence(20 + dice.below(60));
    }
    return kind < 96 ? dice.from(Dice.ALPHANUMERIC, 80 + 4 * dice.below(60)) : dice.hex(24);
  }
}
