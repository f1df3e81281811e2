package io.palmyra.platform.stream;

import io.palmyra.contracts.topic.Topic;
import java.time.Duration;
import java.util.List;

/** Makes {@link StreamReader}s: {@code readers.named("quotes").reading(TICKS).from(LATEST)…}. */
public final class StreamReaders {
  private final StreamParts parts;

  /**
   * @param parts what every reader is made of
   */
  public StreamReaders(StreamParts parts) {
    this.parts = parts;
  }

  /** Begins a reader of this name. */
  public Builder named(String name) {
    return new Builder(parts, name);
  }

  /** Gathers what one reader needs. */
  public static final class Builder {
    final StreamParts parts;
    final String name;
    List<Topic> topics = List.of();
    Start start = Start.LATEST;
    Duration gathering = Duration.ZERO;

    private Builder(StreamParts parts, String name) {
      this.parts = parts;
      this.name = name;
    }

    /** Which topics it reads, all partitions of each. */
    public Builder reading(Topic... wanted) {
      topics = List.of(wanted);
      return this;
    }

    /** Where it begins; at the end unless told otherwise. */
    public Builder from(Start where) {
      start = where;
      return this;
    }

    /**
     * Lets records gather for so long under load, where nobody waits for each; see {@link Cadence}.
     */
    public Builder gathering(Duration span) {
      gathering = span;
      return this;
    }

    /** Makes the reader; it reads once started, which Spring does with beans. */
    public StreamReader deliveringTo(StreamListener listener) {
      return new StreamReader(this, listener);
    }
  }
}
