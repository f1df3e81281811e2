package io.palmyra.backtest.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TickImportTests {
  private static final InstrumentId PAIR = new InstrumentId("USDJPY.FX");

  @TempDir private Path dir;

  private ImportedTicks read(String... lines) throws IOException {
    Path file = Files.write(dir.resolve("quotes.csv"), List.of(lines));
    assertThat(TickImport.isQuotes(file)).isTrue();
    return TickImport.read(file, ZoneOffset.UTC);
  }

  @Test
  void takesRealQuotesAsTheyStand() {
    Path file = SharedData.require("nautilus/truefx/usdjpy-ticks.csv");
    ImportedTicks imported = TickImport.read(file, ZoneOffset.UTC);
    assertThat(imported.report().rejected()).isEmpty();
    assertThat(imported.ticks().size()).isEqualTo(imported.report().rows()).isEqualTo(1000);
    var first = imported.ticks().tick(0, PAIR, 3);
    assertThat(first.time()).isEqualTo("2013-01-01T22:00:00.295Z");
    assertThat(first.bid()).isEqualTo(Price.of("86.655"));
    assertThat(first.ask()).isEqualTo(Price.of("86.728"));
    assertThat(first.askSize().signum()).isZero();
  }

  @Test
  void takesLeansDaysInTheOrderOfTheirNames() {
    Path days = SharedData.require("lean/forex/oanda/tick/eurusd");
    ImportedTicks imported = TickImport.read(days, ZoneOffset.UTC);
    Ticks ticks = imported.ticks();
    assertThat(imported.report().timeFormat()).isEqualTo("milliseconds since midnight");
    assertThat(ticks.size()).isGreaterThan(100_000);
    assertThat(ticks.time(0)).isBetween(day("2014-05-01"), day("2014-05-02"));
    assertThat(ticks.time(ticks.size() - 1)).isAfter(day("2014-05-15"));
    Ticks some = ticks.between(day("2014-05-02"), day("2014-05-03"));
    assertThat(some.time(0)).isBetween(day("2014-05-02"), day("2014-05-03"));
    assertThat(some.size()).isLessThan(ticks.size());
  }

  private static Instant day(String text) {
    return Instant.parse(text + "T00:00:00Z");
  }

  @Test
  void aRowThatIsNoQuoteIsToldAndTheOthersAreTaken() throws IOException {
    ImportedTicks imported =
        read(
            "time,bid,ask,bid_size,ask_size",
            "2026-01-05T10:00:00Z,1.10,1.12,5,7",
            "2026-01-05T10:00:01Z,1.13,1.12,5,7",
            "2026-01-05T09:00:00Z,1.10,1.12,5,7",
            "2026-01-05T10:00:02Z,0,1.12,5,7",
            "2026-01-05T10:00:02Z,1.10,NaN,5,7",
            "soon,1.10,1.12,5,7",
            "2026-01-05T10:00:03Z,1.10,1.12",
            "2026-01-05T10:00:04Z,1.105,1.12,-1,7",
            "2026-01-05T10:00:04Z,1.105,1.12,1,7",
            "2026-01-05T10:00:04Z,1.106,1.12,1,7");
    assertThat(imported.report().byReason())
        .isEqualTo(
            Map.of(
                RejectReason.CROSSED, 1,
                RejectReason.OUT_OF_ORDER, 1,
                RejectReason.OUT_OF_RANGE, 2,
                RejectReason.BAD_NUMBER, 1,
                RejectReason.BAD_TIME, 1,
                RejectReason.CELLS_MISSING, 1));
    assertThat(imported.ticks().size()).as("two may have one time").isEqualTo(3);
    var first = imported.ticks().tick(0, PAIR, 4);
    assertThat(first.bid()).isEqualTo(Price.of("1.1000"));
    assertThat(first.askSize()).isEqualTo(Quantity.of("7"));
  }

  @Test
  void whatHasNoQuotesIsRefused() throws IOException {
    Path bars = Files.writeString(dir.resolve("bars.csv"), "time,open,high,low,close\n");
    assertThat(TickImport.isQuotes(bars)).isFalse();
    assertThatThrownBy(() -> TickImport.read(bars, ZoneOffset.UTC))
        .hasMessageContaining("has no columns for time, bid and ask");
    assertThatThrownBy(() -> read("time,bid,ask"))
        .hasMessageContaining("has no row that is a quote");
  }
}
