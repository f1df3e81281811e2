package io.palmyra.core.strategy.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.palmyra.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Against 502 days of SPY worked out in spreadsheets by people who never saw this code. */
class IndicatorReferenceTests {
  private static final double TOLERANCE = 1e-6;

  @Test
  void rsiAgreesWithTheReference() throws IOException {
    var rsi = new Rsi(14);
    compare(
        "rsi14",
        day -> {
          rsi.add(day.close());
          return rsi.value();
        });
  }

  @Test
  void emaAgreesWithTheReference() throws IOException {
    var ema = new Ema(20);
    compare(
        "ema20",
        day -> {
          ema.add(day.close());
          return ema.value();
        });
  }

  @Test
  void smaAgreesWithTheReference() throws IOException {
    var sma = new Sma(20);
    compare(
        "bb20_sma",
        day -> {
          sma.add(day.close());
          return sma.value();
        });
  }

  @Test
  void atrAgreesWithTheReference() throws IOException {
    var atr = new Atr(14);
    compare(
        "atr14",
        day -> {
          atr.add(day.high(), day.low(), day.close());
          return atr.value();
        });
  }

  @Test
  void averageDependsOnItsWindowAloneToTheLastBit() {
    var random = new Random(42);
    var longLived = new Sma(50);
    double[] values =
        random.doubles(200_000, 0.5, 2000).map(v -> Math.round(v * 1e5) / 1e5).toArray();
    for (double value : values) {
      longLived.add(value);
    }
    var fresh = new Sma(50);
    for (double value : Arrays.copyOfRange(values, values.length - 50, values.length)) {
      fresh.add(value);
    }
    assertThat(longLived.value()).isEqualTo(fresh.value());
  }

  @Test
  void saysNothingBeforeItIsReady() {
    var rsi = new Rsi(2);
    rsi.add(1);
    rsi.add(2);
    assertThat(rsi.isReady()).isFalse();
    assertThat(rsi.value()).isNaN();
    rsi.add(3);
    assertThat(rsi.isReady()).isTrue();
    assertThat(rsi.value()).isEqualTo(100);
  }

  private static void compare(String column, ToDoubleFunction<Day> indicator) throws IOException {
    int compared = 0;
    for (Day day : days(column)) {
      double actual = indicator.applyAsDouble(day);
      if (day.expected().isEmpty()) {
        assertThat(actual).as(column + " at " + day.date()).isNaN();
      } else {
        assertThat(actual)
            .as(column + " at " + day.date())
            .isCloseTo(Double.parseDouble(day.expected()), within(TOLERANCE));
        compared++;
      }
    }
    assertThat(compared).as("rows compared").isGreaterThan(480);
  }

  private static List<Day> days(String column) throws IOException {
    List<String> lines =
        Files.readAllLines(SharedData.require("indicators/expected-spy-daily.csv"));
    List<String> names = List.of(lines.getFirst().split(",", -1));
    int expected = names.indexOf(column);
    List<Day> days = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      days.add(
          new Day(
              cells[0],
              Double.parseDouble(cells[names.indexOf("high")]),
              Double.parseDouble(cells[names.indexOf("low")]),
              Double.parseDouble(cells[names.indexOf("close")]),
              cells[expected]));
    }
    return days;
  }

  private record Day(String date, double high, double low, double close, String expected) {}
}
