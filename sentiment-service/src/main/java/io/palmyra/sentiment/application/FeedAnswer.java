package io.palmyra.sentiment.application;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of asking a feed. */
public sealed interface FeedAnswer {
  /**
   * The feed as it is now.
   *
   * @param items its entries
   * @param version to be shown when asking again
   */
  record Fresh(List<NewsItem> items, Version version) implements FeedAnswer {
    public Fresh {
      items = List.copyOf(items);
    }
  }

  /** Nothing changed since the version that was shown. */
  record Unchanged() implements FeedAnswer {}

  /**
   * Nothing that can be used came.
   *
   * @param cause kind of failure
   * @param detail for a person
   * @param retryAfter how long the feed asks to be left alone; null if it does not ask
   */
  record Failed(Cause cause, String detail, @Nullable Duration retryAfter) implements FeedAnswer {}

  /** Kinds of failure. */
  enum Cause {
    /** 429: too many questions. */
    THROTTLED,
    /** 5xx. */
    SERVER_ERROR,
    /** Any other status than 200 and 304, redirects too. */
    REFUSED,
    /** No connection, or it broke. */
    UNREACHABLE,
    /** Took too long. */
    TIMEOUT,
    /** More bytes than are read. */
    TOO_LARGE,
    /** No RSS or Atom, or XML that may not be trusted. */
    UNREADABLE
  }

  /**
   * By what a feed tells whether it changed.
   *
   * @param etag its ETag, null without one
   * @param lastModified its Last-Modified, null without one
   */
  record Version(@Nullable String etag, @Nullable String lastModified) {
    /** Of a feed never read. */
    public static final Version NONE = new Version(null, null);
  }
}
