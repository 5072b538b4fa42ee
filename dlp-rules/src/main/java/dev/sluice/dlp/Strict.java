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
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The strict profile for one exchange: which strings nobody has called safe. Hosts, methods,
 * standard headers and the literal segments of paths are none of them, so that the exchange still
 * works as traffic; numbers stay numbers.
 */
final class Strict {
  private static final int WORDS = 4;
  private static final String FILLER = "lorem ipsum dolor sit amet consectetur adipiscing elit ";
  private static final int TELLING = "lorem ipsum".length();
  private static final Set<String> CONSTANTS = Set.of("true", "false", "null");

  /** Made anew when a token is signed again: algorithm, type and the test key's id. */
  private static final String JWT_HEADER = "{jwt}.header:$";

  private final boolean on;
  private final List<KeepFields> lists;

  /** Segments of all endpoints that were reviewed; empty if none was. */
  private final Set<String> literals;

  Strict(Policy policy, Exchange raw) {
    this.on = policy.profile() == Profile.STRICT;
    String method = raw.request().method();
    String path = PathTemplate.of(raw.request().url());
    String direction = raw.direction().wireName();
    int status = raw.response().map(r -> r.status()).orElse(0);
    List<KeepFields> all = on ? policy.keepFields() : List.of();
    this.lists = all.stream().filter(k -> k.appliesTo(method, path, direction, status)).toList();
    this.literals =
        all.stream().flatMap(k -> k.literals().stream()).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a string without a finding has to be replaced. */
  boolean isUnsafe(String text, ValueContext context, Where where) {
    if (!on || !hasContent(text) || CONSTANTS.contains(text) || isFiller(text)) {
      return false;
    }
    Place place = context.place();
    if (place == Place.URL_HOST || place == Place.ID) {
      return false;
    }
    if (place == Place.URL_PATH) {
      return !isLiteral(text) && !isListed(text, where);
    }
    return !(place == Place.QUERY && isNumber(text)) && !isListed(text, where);
  }

  private boolean isListed(String text, Where where) {
    String location = where.toString();
    return location.contains(JWT_HEADER) || lists.stream().anyMatch(k -> k.lists(location, text));
  }

  /** Without reviewed endpoints, whatever the path's template shows. */
  private boolean isLiteral(String segment) {
    if (isNumber(segment) || literals.contains(segment)) {
      return true;
    }
    return literals.isEmpty() && PathTemplate.of("/" + segment).equals("/" + segment);
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether there is a letter or digit, or a character beyond ASCII, that could tell anything. */
  static boolean hasContent(String text) {
    return text.chars().anyMatch(c -> c > 126 || Character.isLetterOrDigit(c));
  }

  /** Whether a text is natural language: more than four words. */
  static boolean isProse(String text) {
    return text.strip().split("\\s+", WORDS + 2).length > WORDS;
  }

  /** Whether it is what stands for other text: too long to be that by chance. */
  private static boolean isFiller(String text) {
    return text.length() >= TELLING && text.equals(filler(text));
  }

  /** Text of the same length that says nothing, whatever stood there. */
  static String filler(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      out.append(FILLER.charAt(i % FILLER.length()));
    }
    return out.toString();
  }
}
