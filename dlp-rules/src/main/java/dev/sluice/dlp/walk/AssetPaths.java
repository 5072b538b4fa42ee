package dev.sluice.dlp.walk;

import com.google.re2j.Pattern;

/**
 * Paths of the files that pages are made of, such as {@code /css/main.css?v3}: the same for every
 * visitor, so no secret even in a cookie.
 */
final class AssetPaths {
  private static final int LONGEST = 200;

  /** No segment may be long or hold many digits, or it could be an id. */
  private static final Pattern ASSET =
      Pattern.compile(
          "(?:/[A-Za-z_.\\-]{0,40}[0-9]{0,4}[A-Za-z_.\\-]{0,40}){1,10}"
              + "\\.(?:css|js|mjs|svg|png|jpe?g|gif|webp|ico|woff2?|ttf|json|map)"
              + "(?:\\?[A-Za-z]{0,8}=?[A-Za-z]{0,5}[0-9.]{0,8})?");

  private AssetPaths() {}

  static boolean isAsset(String text) {
    return text.startsWith("/") && text.length() <= LONGEST && ASSET.matches(text);
  }
}
