package dev.sluice.dlp.walk;

import dev.sluice.dlp.rules.Boundary;
import dev.sluice.dlp.rules.Rule;
import dev.sluice.model.InfoCategory;
import java.util.List;
import java.util.Set;

/** Values that are sensitive by where they stand, whatever they look like. */
public enum Forced {
  BEARER_TOKEN("header-bearer", "AUTH_TOKEN", InfoCategory.SECRET),
  AUTH_PARAMETER("header-authorization", "AUTH_TOKEN", InfoCategory.SECRET),
  USERNAME("basic-auth-user", "USER_NAME", InfoCategory.PII),
  PASSWORD("basic-auth-password", "PASSWORD", InfoCategory.SECRET),
  COOKIE("cookie-value", "COOKIE_VALUE", InfoCategory.SECRET),
  SECRET_HEADER("header-secret", "AUTH_TOKEN", InfoCategory.SECRET),
  TRACE_ID("trace-id", "TRACE_ID", InfoCategory.NETWORK),
  SPAN_ID("span-id", "SPAN_ID", InfoCategory.NETWORK),
  REQUEST_ID("request-id", "REQUEST_ID", InfoCategory.NETWORK),
  SIGNATURE("request-signature", "REQUEST_SIGNATURE", InfoCategory.SECRET, "resign"),
  IP_ADDRESS("header-client-ip", "IP_ADDRESS", InfoCategory.NETWORK),
  FILE_NAME("file-name", "FILE_NAME", InfoCategory.PII),
  USER_AGENT("user-agent", "USER_AGENT", InfoCategory.NETWORK),
  GEO_HEADER("header-geo", "LOCATION", InfoCategory.PII),
  UNREVIEWED("strict-unreviewed", "UNREVIEWED_TEXT", InfoCategory.PII);

  private final Rule rule;

  Forced(String id, String infoType, InfoCategory category) {
    this(id, infoType, category, "");
  }

  Forced(String id, String infoType, InfoCategory category, String transform) {
    this.rule =
        new Rule(
            id,
            infoType,
            category,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            0,
            List.of(),
            Set.of(),
            Boundary.NONE,
            1,
            1,
            transform,
            List.of(),
            0);
  }

  /** The rule that findings of this kind name. */
  public Rule rule() {
    return rule;
  }
}
