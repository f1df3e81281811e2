package io.palmyra.sentiment.application;

/** Reads feeds; bounded in time and size. Safe for any thread. */
public interface FeedReader {
  /**
   * Asks the feed once, without repeating.
   *
   * @param known the version read before
   */
  FeedAnswer read(NewsFeed feed, FeedAnswer.Version known);
}
