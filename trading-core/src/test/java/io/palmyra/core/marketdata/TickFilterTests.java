package io.palmyra.core.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.market.QuoteTick;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TickFilterTests {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final TickFilter filter =
      new TickFilter(TickFilterSettings.usual(), List.of(Ticks.EURUSD, Ticks.FCPO));

  @Test
  void letsAGoodTickPass() {
    assertThat(judge("1.08000", "1.08001", NOW)).isEqualTo("GOOD");
    assertThat(judge("1.08000", "1.08000", NOW)).as("locked is not crossed").isEqualTo("GOOD");
  }

  @Test
  void quarantinesCrossedAndNotPositive() {
    assertThat(judge("1.08002", "1.08001", NOW)).isEqualTo("CROSSED");
    assertThat(judge("0.00000", "1.08001", NOW)).isEqualTo("NOT_POSITIVE");
    assertThat(judge("-1.08000", "1.08001", NOW)).isEqualTo("NOT_POSITIVE");
  }

  @Test
  void quarantinesWhatIsOldOrAheadOrGoesBack() {
    assertThat(judge("1.08000", "1.08001", NOW.minusSeconds(60))).isEqualTo("GOOD");
    assertThat(judge("1.08000", "1.08001", NOW.minusSeconds(60).minusNanos(1))).isEqualTo("STALE");
    assertThat(judge("1.08000", "1.08001", NOW.plusSeconds(2))).isEqualTo("GOOD");
    assertThat(judge("1.08000", "1.08001", NOW.plusSeconds(2).plusNanos(1))).isEqualTo("FUTURE");
    assertThat(judge("1.08000", "1.08001", NOW.plusSeconds(1)))
        .as("older than the one before")
        .isEqualTo("STALE");
  }

  @Test
  void quarantinesOutsideTheSessionsAndTheUnknown() {
    Instant noon = Instant.parse("2026-11-23T05:00:00Z");
    assertThat(judge(Ticks.tick(Ticks.FCPO, "3900", "3901", noon), noon))
        .isEqualTo("OUT_OF_SESSION");
    assertThat(judge(Ticks.tick(Ticks.instrument("BTCUSD", true), "65000", "65001", noon), noon))
        .isEqualTo("UNKNOWN_INSTRUMENT");
  }

  @Test
  void quarantinesASpikeButNotTheNextGoodTick() {
    judge("1.08000", "1.08001", NOW);
    assertThat(judge("1.10300", "1.10301", NOW)).isEqualTo("SPIKE");
    assertThat(judge("1.05700", "1.05701", NOW)).isEqualTo("SPIKE");
    assertThat(judge("1.08010", "1.08011", NOW)).isEqualTo("GOOD");
    assertThat(judge("1.10100", "1.10101", NOW)).as("within 2 %").isEqualTo("GOOD");
  }

  @Test
  void believesANewLevelOnceFiveTicksAgree() {
    judge("1.08000", "1.08001", NOW);
    for (int i = 0; i < 4; i++) {
      assertThat(judge("1.20000", "1.20001", NOW)).isEqualTo("SPIKE");
    }
    assertThat(judge("1.20000", "1.20001", NOW)).isEqualTo("GOOD");
    assertThat(judge("1.08000", "1.08001", NOW)).isEqualTo("SPIKE");
  }

  @Test
  void widensTheBandWithTheTimeSinceTheLastGoodTick() {
    judge("1.08000", "1.08001", NOW);
    Instant later = NOW.plusSeconds(540);
    QuoteTick tick = Ticks.tick(Ticks.EURUSD, "1.14000", "1.14001", later);
    assertThat(judge(tick, later)).as("5.6 %% within 6 %% of nine minutes").isEqualTo("GOOD");
  }

  private String judge(String bid, String ask, Instant time) {
    return judge(Ticks.tick(Ticks.EURUSD, bid, ask, time), NOW);
  }

  private String judge(QuoteTick tick, Instant now) {
    return switch (filter.judge(tick, now)) {
      case TickVerdict.Good _ -> "GOOD";
      case TickVerdict.Quarantined(QuarantineReason reason, var message) -> {
        assertThat(message.reason()).isEqualTo(reason.name());
        assertThat(message.bid()).isEqualTo(tick.bid().toString());
        yield reason.name();
      }
    };
  }
}
