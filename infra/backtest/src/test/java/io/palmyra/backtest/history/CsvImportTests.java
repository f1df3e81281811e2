package io.palmyra.backtest.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.backtest.history.ImportReport.Gap;
import io.palmyra.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvImportTests {
  @TempDir Path dir;

  private Imported imported(String text) throws IOException {
    Path file = dir.resolve("bars.csv");
    Files.writeString(file, text);
    return CsvImport.read(file, ZoneOffset.UTC, null);
  }

  private static Imported shared(String file) {
    return CsvImport.read(SharedData.require(file), ZoneOffset.UTC, null);
  }

  @Test
  void palmOilIsTakenWhole() {
    Imported imported = shared("palm-oil/fcpo-daily-tradingview-myr.csv");
    ImportReport report = imported.report();
    assertThat(report.rows()).isEqualTo(2_820);
    assertThat(report.taken()).isEqualTo(2_820);
    assertThat(report.rejected()).isEmpty();
    assertThat(report.interval()).isEqualTo(Duration.ofDays(1));
    Bars bars = imported.bars();
    assertThat(bars.size()).isEqualTo(2_820);
    assertThat(bars.priceScale()).isZero();
    assertThat(bars.openTime(0)).isEqualTo(Instant.parse("2015-01-02T00:00:00Z"));
    assertThat(bars.high(0)).isEqualTo(2_285);
    assertThat(bars.volume(0)).isEqualTo(20_869);
    assertThat(bars.closeTime(2_819)).isEqualTo(Instant.parse("2026-07-15T00:00:00Z"));
  }

  @Test
  void rowsThatBreakTheirOwnBoundsAreReportedAndNotRepaired() throws IOException {
    String file = "palm-oil/fcpo-daily-investing-myr.csv";
    ImportReport report = shared(file).report();
    assertThat(report.byReason()).isEqualTo(Map.of(RejectReason.HIGH_LOW, 338));
    assertThat(report.taken()).isEqualTo(2_745 - 338);
    // 32020.000000000004 and the like.
    assertThat(report.volumesRounded()).isEqualTo(15);
    // Each is told with its line, as it stands in the file.
    var lines = Files.readAllLines(SharedData.require(file));
    assertThat(report.rejected())
        .allSatisfy(each -> assertThat(lines.get((int) each.line() - 1)).isEqualTo(each.row()));
  }

  @Test
  void exportsWithQuotedThousandsAreReadFromTheirEnd() {
    Imported imported = shared("palm-oil/investing-export-usd-cpo-raw-format.csv");
    assertThat(imported.report().newestFirst()).isTrue();
    assertThat(imported.report().timeFormat()).isEqualTo("M/d/yyyy");
    assertThat(imported.report().columns()).containsEntry("close", "Price");
    int last = imported.bars().size() - 1;
    assertThat(imported.bars().openTime(last)).isEqualTo(Instant.parse("2026-06-15T00:00:00Z"));
    assertThat(imported.bars().close(last)).isEqualTo(111_600);
    assertThat(imported.bars().priceScale()).isEqualTo(2);
  }

  @Test
  void aMonthOfMinutesPackedWithGzip() {
    ImportReport report = shared("nautilus/btc-perp-20211231-20220201_1m.csv.gz").report();
    assertThat(report.rows()).isEqualTo(45_031);
    assertThat(report.taken() + report.rejected().size()).isEqualTo(45_031);
    assertThat(report.interval()).isEqualTo(Duration.ofMinutes(1));
    assertThat(report.first()).isEqualTo(Instant.parse("2021-12-31T23:01:00Z"));
  }

  @Test
  void eachRowIsTakenOrRejectedWithItsReason() throws IOException {
    ImportReport report =
        imported(
                """
                Date,Open,High,Low,Close,Volume
                2026-01-05,10,12,9,11,5
                2026-01-06,10,12,9
                yesterday,10,12,9,11,5
                2026-01-07,ten,12,9,11,5
                2026-01-07,10,12,-9,11,5
                2026-01-07,10,12,9,13,5
                2026-01-08,10,12,9,11,1.5K
                2026-01-08,10,12,9,11,7
                2026-01-07,10,12,9,11,7

                2026-01-14,10,12,9,11.125,-
                """)
            .report();
    assertThat(report.rows()).isEqualTo(10);
    assertThat(report.taken()).isEqualTo(3);
    assertThat(report.rejected().stream().map(each -> each.line() + " " + each.reason()))
        .containsExactly(
            "3 CELLS_MISSING",
            "4 BAD_TIME",
            "5 BAD_NUMBER",
            "6 OUT_OF_RANGE",
            "7 HIGH_LOW",
            "9 DUPLICATE_TIME",
            "10 OUT_OF_ORDER");
    assertThat(report.priceScale()).isEqualTo(3);
  }

  @Test
  void missingDaysAreCountedWithoutWeekends() throws IOException {
    // Monday 5th to Friday 9th, then Tuesday 13th: Monday is missing, the weekend is not.
    ImportReport report =
        imported(
                """
                date,open,high,low,close
                2026-01-05,1,1,1,1
                2026-01-06,1,1,1,1
                2026-01-07,1,1,1,1
                2026-01-08,1,1,1,1
                2026-01-09,1,1,1,1
                2026-01-13,1,1,1,1
                """)
            .report();
    assertThat(report.gaps())
        .containsExactly(
            new Gap(
                Instant.parse("2026-01-10T00:00:00Z"), Instant.parse("2026-01-13T00:00:00Z"), 1));
  }

  @Test
  void timesAreMeantInTheZoneThatIsSaid() throws IOException {
    Path file = dir.resolve("zone.csv");
    Files.writeString(file, "time,open,high,low,close\n05/01/2026 09:30,1,1,1,1\n");
    Bars bars = CsvImport.read(file, ZoneId.of("America/New_York"), "dd/MM/yyyy HH:mm").bars();
    assertThat(bars.openTime(0)).isEqualTo(Instant.parse("2026-01-05T14:30:00Z"));
  }

  @Test
  void aFileThatHasNoBarsSaysWhatItLacks() {
    assertThatThrownBy(() -> imported("date,open,high,low\n2026-01-05,1,1,1\n"))
        .hasMessageContaining("no column for close")
        .hasMessageContaining("'date,open,high,low'");
    assertThatThrownBy(() -> imported("date,open,high,low,close\nx,1,1,1,1\n"))
        .hasMessageContaining("--time-format");
    assertThatThrownBy(() -> imported("")).hasMessageContaining("is empty");
  }

  @Test
  void aPartOfTheBars() {
    Bars all = shared("palm-oil/fcpo-daily-tradingview-myr.csv").bars();
    Bars year =
        all.between(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2021-01-01T00:00:00Z"));
    assertThat(year.size()).isBetween(240, 250);
    assertThat(year.openTime(0)).isAfterOrEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
    assertThat(year.interval()).isEqualTo(all.interval());
  }
}
