package io.palmyra.backtest.parity;

import io.palmyra.contracts.topic.Topic;
import java.time.Instant;
import java.util.List;

/** What the topics of a suite keep. */
public interface RecordedTopics {
  /** Records of a key in a lane from an offset up to where it ends now, in their order. */
  List<Kept> from(Lane lane, long offset, String key);

  /** The first offset that a lane still keeps. */
  long begin(Lane lane);

  /** Records of a topic written at a time or later, those of a lane in their order. */
  List<Kept> since(Topic topic, Instant from);
}
