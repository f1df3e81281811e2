package io.palmyra.platform.security;

import java.util.List;

/**
 * Paths that need no token and have no controller method to say so with {@link ForEveryone}: a
 * service that serves pages has a bean of it.
 *
 * @param patterns such as {@code /assets/**}, for GET and HEAD only
 */
public record OpenPaths(List<String> patterns) {
  public OpenPaths {
    patterns = List.copyOf(patterns);
  }

  /** Paths by their patterns. */
  public static OpenPaths of(String... patterns) {
    return new OpenPaths(List.of(patterns));
  }
}
