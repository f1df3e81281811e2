package io.palmyra.venue.application;

import io.palmyra.core.venue.VenueRecord;
import java.util.List;
import java.util.function.Consumer;

/** Where the venue's records last. */
public interface Journal extends AutoCloseable {
  /** Hands over all records ever written, in order; called once, before the first append. */
  void replay(Consumer<VenueRecord> to);

  /**
   * Makes records durable, all or, if the process dies meanwhile, a first part of them.
   *
   * @throws java.io.UncheckedIOException if they are not known to be durable
   */
  void append(List<VenueRecord> records);

  @Override
  void close();
}
