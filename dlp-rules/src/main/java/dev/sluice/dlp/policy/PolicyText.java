package dev.sluice.dlp.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SluiceJson;

/** The one text of a policy that its digest is taken over. */
final class PolicyText {

  private PolicyText() {}

  static String canonical(Policy policy) {
    try {
      return SluiceJson.mapper().writeValueAsString(policy);
    } catch (JsonProcessingException e) {
      throw new SluiceException("the policy cannot be written as JSON");
    }
  }
}
