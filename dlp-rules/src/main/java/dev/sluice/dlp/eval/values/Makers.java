package dev.sluice.dlp.eval.values;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** All makers by name. */
final class Makers {
  static final Map<String, Maker> BY_NAME = all();

  private Makers() {}

  private static Map<String, Maker> all() {
    Map<String, Maker> all = new HashMap<>();
    all.putAll(CharMakers.all());
    all.putAll(GlobalMakers.all());
    all.putAll(FinancialMakers.all());
    all.putAll(CryptoMakers.all());
    all.putAll(AmericaMakers.all());
    all.putAll(LatinMakers.all());
    all.putAll(IslesMakers.all());
    all.putAll(GermanMakers.all());
    all.putAll(WestMakers.all());
    all.putAll(SouthMakers.all());
    all.putAll(NorthMakers.all());
    all.putAll(EastMakers.all());
    all.putAll(AsiaMakers.all());
    all.putAll(IndiaMakers.all());
    all.putAll(PacificMakers.all());
    all.putAll(AfricaMakers.all());
    all.putAll(TokenMakers.all());
    all.putAll(TimeMakers.all());
    return Collections.unmodifiableMap(all);
  }
}
