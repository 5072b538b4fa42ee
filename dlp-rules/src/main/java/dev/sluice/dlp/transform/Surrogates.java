package dev.sluice.dlp.transform;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the family of an info type. Thread-safe. */
final class Surrogates {
  private final Prf prf;
  private final Map<String, Surrogate> special = new HashMap<>();
  private final Map<String, Surrogate> others = new ConcurrentHashMap<>();

  Surrogates(Prf prf) {
    this.prf = prf;
    special.put("EMAIL_ADDRESS", new EmailSurrogate(prf));
    special.put("CREDIT_CARD", new CardSurrogate());
    special.put("IBAN_CODE", new IbanSurrogate(prf));
    special.put("PHONE_NUMBER", new PhoneSurrogate());
    special.put("US_SSN", new SsnSurrogate());
    special.put("IP_ADDRESS", new IpSurrogate(prf));
    special.put("MAC_ADDRESS", new MacSurrogate());
    special.put("UUID", new UuidSurrogate(prf));
  }

  Surrogate of(String type) {
    Surrogate known = special.get(type);
    return known != null ? known : others.computeIfAbsent(type, this::byFamily);
  }

  private Surrogate byFamily(String type) {
    if (Families.isDate(type)) {
      return new DateSurrogate();
    }
    if (Families.losesItsLength(type)) {
      return new PasswordSurrogate();
    }
    if (Families.isSmall(type)) {
      return new RandomSurrogate();
    }
    return Families.isName(type) ? new NameSurrogate() : new VendorTokenSurrogate(type, prf);
  }
}
