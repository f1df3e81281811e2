package io.palmyra.marketdata;

import io.palmyra.marketdata.outbound.replay.ReplaySettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of market data.
 *
 * @param provider where ticks come from
 * @param simulated the simulated market
 * @param replay recorded history; needed where the provider is replay
 * @param filter which ticks are kept out
 * @param maximumUnderWay records sent to Kafka and not yet acknowledged; whoever is faster waits
 * @param quoteTtl how long a last quote stays in Redis
 */
@Validated
@ConfigurationProperties("palmyra.market-data")
record MarketDataProperties(
    @NotNull Provider provider,
    @DefaultValue @Valid Simulated simulated,
    @NestedConfigurationProperty @Nullable @Valid ReplaySettings replay,
    @DefaultValue @Valid Filter filter,
    @DefaultValue("20000") @Min(1) @Max(1_000_000) int maximumUnderWay,
    @DefaultValue("1h") @NotNull Duration quoteTtl) {

  /** Where ticks come from. */
  enum Provider {
    /** A market of our own. */
    SIMULATED,
    /** Recorded history, as if it were live. */
    REPLAY
  }

  /**
   * The simulated market.
   *
   * @param seed of all its chance: the same seed from the same moment gives the same ticks
   * @param ticksPerSecond of each instrument, on average
   * @param roundTheClock whether all sessions are open at any hour, for practice
   * @param history how much is made up at the first start, so that charts are full; zero for none
   * @param step time between two looks at the market
   */
  record Simulated(
      @DefaultValue("42") long seed,
      @DefaultValue("4") @Positive @Max(20_000) double ticksPerSecond,
      @DefaultValue("false") boolean roundTheClock,
      @DefaultValue("6h") @NotNull Duration history,
      @DefaultValue("10ms") @NotNull Duration step) {}

  /**
   * Which ticks are kept out.
   *
   * @param maximumAge the most that a tick may be behind market time
   * @param maximumLead the most that a tick may be ahead of market time
   * @param spikeBandBps the most that a mid may move within a minute, in 0.01 %
   * @param spikeConfirmations so many ticks in a row that agree make a new level good
   */
  record Filter(
      @DefaultValue("1m") @NotNull Duration maximumAge,
      @DefaultValue("2s") @NotNull Duration maximumLead,
      @DefaultValue("200") @Min(1) @Max(100_000) int spikeBandBps,
      @DefaultValue("5") @Min(1) @Max(1000) int spikeConfirmations) {}
}
