package dev.sluice.dlp.detect;

import java.util.Locale;
import java.util.Optional;

/** Where in an exchange a value stands. */
public enum Place {
  URL_HOST,
  URL_PATH,
  QUERY,
  HEADER,
  COOKIE,
  /** A scalar below a name: JSON, form, XML element or attribute, multipart field, protobuf. */
  BODY_FIELD,
  /** Text without a name: a text body, an XML text run, an SSE event. */
  BODY_TEXT,
  TAG,
  ID;

  /** The form used in rule packs: {@code url-host}, {@code body-field}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The place of that wire name, or empty. */
  public static Optional<Place> ofWireName(String name) {
    for (Place place : values()) {
      if (place.wireName().equals(name)) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }
}
