package dev.sluice.dlp.walk;

/** What the parts of a URL are called in locations. */
record UrlPlaces(Where userInfo, Where host, Where path, Where query, Where fragment) {

  /** The request's own URL. */
  static UrlPlaces ofRequest() {
    return new UrlPlaces(
        Where.part("request.userinfo"),
        Where.part("request.host"),
        Where.part("request.path"),
        Where.part("request.query"),
        Where.part("request.fragment"));
  }

  /** A URL that is the value of something else. */
  static UrlPlaces inside(Where where) {
    Where url = where.plus("{url}");
    return new UrlPlaces(
        url.plus(".userinfo"),
        url.plus(".host"),
        url.plus(".path"),
        url.plus(".query"),
        url.plus(".fragment"));
  }
}
