package io.palmyra.platform.security;

/**
 * What a browser may load for our answers. A service that serves pages has a bean of its own;
 * without one nothing may be loaded.
 *
 * @param directives value of the Content-Security-Policy header
 */
public record ContentSecurityPolicy(String directives) {
  /** For services that answer with data only. */
  public static final ContentSecurityPolicy DATA_ONLY =
      new ContentSecurityPolicy(
          "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
}
