package dev.sluice.dlp.transform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The public part in front of a vendor's token ({@code ghp_}, {@code sk_live_}, {@code AKIA}). Only
 * prefixes that vendors document count, here or as keywords of rules: any other text in front of a
 * separator may be a name. Immutable.
 */
final class VendorPrefix {
  private static final Pattern KNOWN =
      Pattern.compile(
          "^(?:(?:sk|pk|rk)_(?:live|test)_|whsec_|sk-(?:ant-(?:api|admin)\\d\\d-|proj-|svcacct-|or-v1-)?"
              + "|gh[pousr]_|github_pat_|gl(?:pat|rt|dt|cbt|ptt|ft|soat)-|xox[abeprs]-|xapp-\\d-"
              + "|AKIA|ASIA|AROA|AIDA|AIza|ya29\\.|GOCSPX-|1//0|amzn\\.mws\\.|SG\\.|key-|npm_"
              + "|pypi-AgEIcHlwaS5vcmc|rubygems_|dckr_pat_|shp(?:at|ca|pa|ss)_|EAAA|sq0(?:atp|csp|idp)-"
              + "|hf_|r8_|gsk_|pplx-|xai-|do[opr]_v1_|dapi|ATATT3|ATCTT3|hv[sb]\\.|pul-|lin_api_"
              + "|NRAK-|NRII-|PMAK-|sntry[su]_|dp\\.(?:pt|st)\\.|figd_|glsa_|rnd_|vercel_|nfp_|tfp_"
              + "|(?:SK|AC)(?=[0-9a-f]{32}$)|(?:cus|ch|pi|pm|seti|sub|in|txn|acct|evt|price|prod|req|tok|card)_(?=[A-Za-z0-9]{14,}$))");
  private static final int SECRET = 12;

  /** Further prefixes by their first character. */
  private final Map<Character, List<String>> others;

  /**
   * @param others further prefixes, as the rules in use know them
   */
  VendorPrefix(Set<String> others) {
    this.others =
        others.stream().filter(p -> !p.isEmpty()).collect(Collectors.groupingBy(p -> p.charAt(0)));
  }

  /** How many leading characters are the prefix; 0 if no secret of a vendor's length follows. */
  int length(String value) {
    if (value.length() < SECRET) {
      return 0;
    }
    Matcher m = KNOWN.matcher(value);
    int longest = m.find() ? m.end() : 0;
    for (String prefix : others.getOrDefault(value.charAt(0), List.of())) {
      if (prefix.length() > longest && value.startsWith(prefix)) {
        longest = prefix.length();
      }
    }
    return value.length() - longest >= SECRET ? longest : 0;
  }
}
