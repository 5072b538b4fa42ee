package dev.sluice.dlp.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.model.SluiceJson;
import java.util.Iterator;
import java.util.Set;

/** What a policy says otherwise than another. */
public final class PolicyChange {
  private PolicyChange() {}

  /**
   * Whether nothing but these settings differs, in the policy itself and in its parts; a part that
   * says nothing else counts as absent.
   *
   * @param settings names as {@link Policy} and its parts have them
   */
  public static boolean isOnlyIn(Set<String> settings, Policy before, Policy after) {
    return without(settings, before).equals(without(settings, after));
  }

  private static JsonNode without(Set<String> settings, Policy policy) {
    ObjectNode all = SluiceJson.mapper().valueToTree(policy);
    all.remove(settings);
    JsonNode parts = all.path("parts");
    for (Iterator<JsonNode> each = parts.elements(); each.hasNext(); ) {
      JsonNode part = each.next();
      if (part instanceof ObjectNode said && says(said.remove(settings))) {
        continue;
      }
      each.remove();
    }
    if (parts.isEmpty()) {
      all.remove("parts");
    }
    return all;
  }

  private static boolean says(ObjectNode part) {
    ObjectNode rest = part.deepCopy();
    return !rest.remove(Selector.KEYS).isEmpty();
  }
}
