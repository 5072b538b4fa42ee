package dev.sluice.dlp.validate;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The validators that rules can name. */
public final class Validators {

  private static final Map<String, Validator> GENERAL =
      Map.ofEntries(
          entry("luhn", v -> CheckDigits.luhn(Digits.only(v))),
          entry("card", Financial::card),
          entry("iban", new Ibans()),
          entry("bic", Financial::bic),
          entry("isin", Securities::isin),
          entry("lei", Securities::lei),
          entry("clabe", Securities::clabe),
          entry("base58-check", CryptoAddresses::base58Check),
          entry("bech32", CryptoAddresses::bech32),
          entry("eip-55", CryptoAddresses::eip55),
          entry("phone-international", Phones.international()),
          entry("phone-national", Phones.national()),
          entry("aba", Financial::aba),
          entry("email", Network::email),
          entry("url", new Urls(true)),
          entry("web-address", new Urls(false)),
          entry("ipv4-network", Network::ipv4Network),
          entry("ipv6-network", Network::ipv6Network),
          entry("ipv4", Network::ipv4),
          entry("ipv4-host", Network::ipv4Host),
          entry("ipv6", new Ipv6Text()),
          entry("mac", Network::mac),
          entry("nanp", Network::nanp),
          entry("phone-digits", Network::phoneDigits),
          entry("jwt", Secrets::jwt),
          entry("basic", Secrets::basic),
          entry("not-placeholder", Secrets::notPlaceholder),
          entry("mixed", Secrets::mixed),
          entry("live", Randomness::live),
          entry("random", Randomness::random),
          entry("jwt-base64", Secrets::jwtBase64),
          entry("base64-value", Secrets::base64Value),
          entry("literal", Secrets::literal),
          entry("mixed-case", Secrets::mixedCase),
          entry("letters", Secrets::letters),
          entry("vin", Secrets::vin),
          entry("imei", Secrets::imei),
          entry("uuid", Secrets::uuid),
          entry("iso-date", Times::isoDate),
          entry("uuid-time", Times::uuidTime),
          entry("ulid", Times::ulid),
          entry("snowflake", Times::snowflake),
          entry("slashed-date", Times::slashedDate),
          entry("epoch-seconds", Times::epochSeconds),
          entry("epoch-millis", Times::epochMillis),
          entry("epoch-micros", Times::epochMicros),
          entry("epoch-nanos", Times::epochNanos));

  private static final Map<String, Validator> BY_NAME = all();

  private Validators() {}

  private static Map<String, Validator> all() {
    Map<String, Validator> all = new HashMap<>(GENERAL);
    all.putAll(NationalValidators.BY_NAME);
    return Map.copyOf(all);
  }

  /** All names, sorted. */
  public static Set<String> names() {
    return new TreeSet<>(BY_NAME.keySet());
  }

  /**
   * The validator of that name. It refuses, and never throws, whatever text it is given.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Validator named(String name) {
    Validator validator = BY_NAME.get(name);
    if (validator == null) {
      throw new IllegalArgumentException("no validator is called " + name);
    }
    return new Guarded(validator);
  }

  /** A text of another shape than the validator is for runs off its end: that is a refusal. */
  private record Guarded(Validator validator) implements Validator {

    @Override
    public boolean accepts(String value) {
      try {
        return validator.accepts(value);
      } catch (IndexOutOfBoundsException | NumberFormatException e) {
        return false;
      }
    }

    @Override
    public @Nullable Part find(String value) {
      try {
        return validator.find(value);
      } catch (IndexOutOfBoundsException | NumberFormatException e) {
        return null;
      }
    }
  }
}
