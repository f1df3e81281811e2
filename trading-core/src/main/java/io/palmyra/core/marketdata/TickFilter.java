package io.palmyra.core.marketdata;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.market.TickQuarantined;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells good ticks from those that must not move a decision. Remembers the last good tick of each
 * instrument; constant time and, for a good tick, no allocation. One thread at a time.
 */
public final class TickFilter {
  private final TickFilterSettings settings;
  private final long maximumAge;
  private final long maximumLead;
  private final Map<InstrumentId, Seen> seen = new HashMap<>();

  /** The last good tick of an instrument, and the spikes since. */
  private static final class Seen {
    final Sessions sessions;
    final SpikeBand band;
    long lastTime = Long.MIN_VALUE;

    Seen(Sessions sessions, SpikeBand band) {
      this.sessions = sessions;
      this.band = band;
    }
  }

  /**
   * @param settings how much a tick may be off
   * @param instruments that are known
   */
  public TickFilter(TickFilterSettings settings, Collection<InstrumentDefined> instruments) {
    this.settings = settings;
    this.maximumAge = settings.maximumAge().toNanos();
    this.maximumLead = settings.maximumLead().toNanos();
    for (InstrumentDefined each : instruments) {
      seen.put(
          each.instrument(),
          new Seen(new Sessions(each.calendar()), new SpikeBand(settings, each.priceScale())));
    }
  }

  /**
   * Judges a tick, and remembers it if it is good.
   *
   * @param marketTime now: wall time for live feeds, the data's own time in replay
   */
  public TickVerdict judge(QuoteTick tick, Instant marketTime) {
    Seen before = seen.get(tick.instrument());
    if (before == null) {
      return bad(tick, QuarantineReason.UNKNOWN_INSTRUMENT, "not defined by the feed");
    }
    long time = EpochNanos.of(tick.time());
    TickVerdict defect = defect(tick, time, EpochNanos.of(marketTime), before);
    if (defect == null) {
      before.lastTime = time;
      return TickVerdict.Good.GOOD;
    }
    return defect;
  }

  private @Nullable TickVerdict defect(QuoteTick tick, long time, long now, Seen before) {
    if (tick.bid().signum() <= 0 || tick.ask().signum() <= 0) {
      return bad(tick, QuarantineReason.NOT_POSITIVE, "bid and ask must be above 0");
    }
    if (tick.bid().compareTo(tick.ask()) > 0) {
      return bad(tick, QuarantineReason.CROSSED, "the bid is above the ask");
    }
    if (time > now + maximumLead) {
      return bad(tick, QuarantineReason.FUTURE, "market time is " + EpochNanos.toInstant(now));
    }
    if (time < now - maximumAge) {
      return bad(
          tick,
          QuarantineReason.STALE,
          "more than " + settings.maximumAge() + " behind " + EpochNanos.toInstant(now));
    }
    if (time < before.lastTime) {
      return bad(
          tick,
          QuarantineReason.STALE,
          "older than the tick before it, of " + EpochNanos.toInstant(before.lastTime));
    }
    if (!before.sessions.isOpen(time)) {
      return bad(tick, QuarantineReason.OUT_OF_SESSION, "no session is open");
    }
    return before.band.admits(tick, time)
        ? null
        : bad(tick, QuarantineReason.SPIKE, before.band.detail());
  }

  private static TickVerdict bad(QuoteTick tick, QuarantineReason reason, String detail) {
    return new TickVerdict.Quarantined(
        reason,
        new TickQuarantined(
            tick.instrument(),
            reason.name(),
            detail,
            tick.bid().toString(),
            tick.ask().toString(),
            tick.time(),
            tick.provider()));
  }
}
