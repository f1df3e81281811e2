package io.palmyra.core.risk;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Price;
import io.palmyra.core.risk.parent.VolumeProfile;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of the market when a decision is made. Every answer is at once, from memory. */
public interface Market {
  /** Terms of an instrument, null if it is not defined. */
  @Nullable InstrumentDefined instrument(InstrumentId instrument);

  /** The last quote and where it was read, null if there was none. */
  @Nullable Quoted quote(InstrumentId instrument);

  /** Units of {@code to} for one unit of {@code from}; empty where missing or stale. */
  Optional<Price> rate(Currency from, Currency to, Instant now);

  /** What an instrument trades at which time of the day, null if that is not known. */
  default @Nullable VolumeProfile volumes(InstrumentId instrument) {
    return null;
  }

  /**
   * A quote as it was read.
   *
   * @param tick the quote
   * @param offset where it was read, null where it was not read from a topic
   */
  record Quoted(QuoteTick tick, @Nullable InputOffset offset) {}
}
