package io.palmyra.sentiment.application;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.core.sentiment.Keywords;
import java.net.URI;
import java.util.List;

/**
 * A feed of news.
 *
 * @param name source of its scores
 * @param url where it is read
 * @param coverage which of its headlines speak of which instrument
 */
public record NewsFeed(String name, URI url, List<Coverage> coverage) {
  public NewsFeed {
    coverage = List.copyOf(coverage);
  }

  /**
   * An instrument that the feed writes about.
   *
   * @param instrument which
   * @param keywords by which a headline is known to be about it
   * @param direction 1, or -1 where good news of the keywords are bad for the instrument
   */
  public record Coverage(InstrumentId instrument, Keywords keywords, int direction) {}
}
