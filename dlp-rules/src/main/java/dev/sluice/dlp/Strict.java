package dev.sluice.dlp;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.dlp.policy.KeepFields;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.policy.Profile;
import dev.sluice.dlp.walk.PathTemplate;
import dev.sluice.dlp.walk.Where;
import dev.sluice.model.Exchange;
import java.util.List;

/** The strict profile for one exchange: which strings nobody has called safe. */
final class Strict {
  private static final int WORDS = 4;
  private static final String FILLER = "lorem ipsum dolor sit amet consectetur adipiscing elit ";

  private final boolean on;
  private final List<KeepFields> lists;

  Strict(Policy policy, Exchange raw) {
    this.on = policy.profile() == Profile.STRICT;
    String path = PathTemplate.of(raw.request().url());
    int status = raw.response().map(r -> r.status()).orElse(0);
    this.lists =
        on
            ? policy.keepFields().stream()
                .filter(
                    k ->
                        k.appliesTo(
                            raw.request().method(), path, raw.direction().wireName(), status))
                .toList()
            : List.of();
  }

  /** Whether a string without a finding has to be replaced. */
  boolean isUnsafe(String text, ValueContext context, Where where) {
    if (!on || text.isBlank() || !isContent(context.place())) {
      return false;
    }
    if (lists.isEmpty()) {
      return true;
    }
    String location = where.toString();
    return lists.stream().noneMatch(k -> k.lists(location));
  }

  /** Whether a text is natural language: more than four words. */
  static boolean isProse(String text) {
    return text.strip().split("\\s+", WORDS + 2).length > WORDS;
  }

  /** Text of the same length that says nothing, whatever stood there. */
  static String filler(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      out.append(FILLER.charAt(i % FILLER.length()));
    }
    return out.toString();
  }

  private static boolean isContent(Place place) {
    return place != Place.URL_HOST && place != Place.URL_PATH && place != Place.ID;
  }
}
