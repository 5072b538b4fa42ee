package dev.sluice.dlp.transform;

import java.util.HashMap;
import java.util.Map;

/** The maker of each family's surrogates. Immutable and thread-safe. */
final class Surrogates {
  private final Map<String, Surrogate> special = new HashMap<>();
  private final Surrogate opaque;
  private final Surrogate small = new SmallSurrogate();

  Surrogates(Prf prf, VendorPrefix prefix) {
    this.opaque = new OpaqueSurrogate(prf, prefix);
    special.put("EMAIL_ADDRESS", new EmailSurrogate(prf));
    special.put("CREDIT_CARD", new CardSurrogate());
    special.put(Families.CRYPTO, new CryptoSurrogate(prf));
    special.put("CREDIT_CARD_EXPIRATION", new ExpirySurrogate());
    special.put("DATE_OF_BIRTH", new DateSurrogate());
    special.put("GEO_LOCATION", new GeoSurrogate());
    special.put("IBAN_CODE", new IbanSurrogate(prf));
    special.put("IP_ADDRESS", new IpSurrogate(prf));
    special.put("MAC_ADDRESS", new MacSurrogate());
    special.put("OTP", new PasswordSurrogate());
    special.put("PASSWORD", new PasswordSurrogate());
    special.put("PERSON", new NameSurrogate(prf));
    special.put("PHONE_NUMBER", new PhoneSurrogate());
    special.put("US_SSN", new SsnSurrogate());
    special.put("UUID", new UuidSurrogate(prf));
    special.put("WEBHOOK_URL", new WebhookSurrogate(prf));
  }

  Surrogate of(String family) {
    Surrogate known = special.get(family);
    if (known != null) {
      return known;
    }
    if (Families.isSmall(family)) {
      return small;
    }
    return Families.isIdentifier(family) ? new IdSurrogate(family) : opaque;
  }
}
