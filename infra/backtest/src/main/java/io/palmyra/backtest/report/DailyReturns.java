package io.palmyra.backtest.report;

import io.palmyra.core.analytics.EquityCurve;
import io.palmyra.core.analytics.Performance;
import io.palmyra.core.analytics.Returns;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.NavigableMap;

/** Returns of days in UTC, as all figures here count them. */
public final class DailyReturns {
  private static final int EVERY_DAY = 365;
  private static final int OF_EXCHANGES = 252;

  private DailyReturns() {}

  /** Those of a curve; a year has the days of exchanges, or all where there is a weekend in it. */
  public static Performance of(EquityCurve curve) {
    NavigableMap<LocalDate, Double> daily = curve.daily(ZoneOffset.UTC);
    boolean weekends = daily.keySet().stream().anyMatch(DailyReturns::isWeekend);
    return new Performance(
        Returns.of(daily.values().stream().mapToDouble(Double::doubleValue).toArray()),
        weekends ? EVERY_DAY : OF_EXCHANGES);
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
