package io.palmyra.backtest.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.backtest.engine.LookaheadCheck.Found;
import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.history.CsvImport;
import io.palmyra.contracts.value.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookaheadCheckTests {
  @TempDir Path dir;

  private Bars bars;

  @BeforeEach
  void walk() throws IOException {
    var random = new Random(4);
    var text = new StringBuilder("time,open,high,low,close,volume\n");
    double price = 100;
    for (int i = 0; i < 400; i++) {
      double next = price + random.nextInt(-10, 11) / 10.0;
      text.append(
          "%s,%.1f,%.1f,%.1f,%.1f,10\n"
              .formatted(
                  Instant.parse("2026-01-05T00:00:00Z").plusSeconds(3600L * i),
                  price,
                  Math.max(price, next),
                  Math.min(price, next),
                  next));
      price = next;
    }
    Path file = Files.writeString(dir.resolve("walk.csv"), text);
    bars = CsvImport.read(file, ZoneOffset.UTC, null).bars();
  }

  /** Buys where the bar closed higher than the one before, sells where lower. */
  private static Script honest(Bars all) {
    var script = new Script();
    for (int i = 1; i < all.size(); i++) {
      script.at(i, Script.market(all.close(i) > all.close(i - 1) ? Side.BUY : Side.SELL, "1"));
    }
    return script;
  }

  /** The same with the bar after it: what a shift by one in somebody's table does. */
  private static Script shifted(Bars all) {
    var script = new Script();
    for (int i = 0; i < all.size(); i++) {
      int next = Math.min(i + 1, all.size() - 1);
      script.at(i, Script.market(all.close(next) > all.close(i) ? Side.BUY : Side.SELL, "1"));
    }
    return script;
  }

  /** Against the mean of all: what scaling by the whole data does. */
  private static Script scaled(Bars all) {
    var script = new Script();
    long sum = 0;
    for (int i = 0; i < all.size(); i++) {
      sum += all.close(i);
    }
    for (int i = 0; i < all.size(); i++) {
      script.at(
          i, Script.market(all.close(i) * (long) all.size() > sum ? Side.SELL : Side.BUY, "1"));
    }
    return script;
  }

  @Test
  void anHonestStrategyIsClean() {
    Found found = LookaheadCheck.of(some -> honest(some).setup(some), bars, _ -> {});
    assertThat(found.inWords()).startsWith("no look-ahead: 20 shorter runs");
    assertThat(found.orders()).isGreaterThan(300);
  }

  @Test
  void oneThatLooksABarAheadIsCaught() {
    Found found = LookaheadCheck.of(some -> shifted(some).setup(some), bars, _ -> {});
    assertThat(found.clean()).isFalse();
    assertThat(found.inWords()).startsWith("look-ahead: with what comes after 2026-01-");
  }

  @Test
  void oneThatScalesByTheWholeIsCaught() {
    assertThat(LookaheadCheck.of(some -> scaled(some).setup(some), bars, _ -> {}).clean())
        .isFalse();
  }
}
