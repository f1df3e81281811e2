package io.palmyra.risk.inbound;

import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.instrument.TradingSession;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.LimitSchedule;
import io.palmyra.platform.web.Problems;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * A time of the week in which limits in quantity and value are smaller.
 *
 * @param zone of the times, such as Europe/London
 * @param days on which it begins
 * @param opens when it begins, such as 22:00
 * @param length how long it lasts, at most PT24H
 * @param share of the limits that holds then, above 0, at most 1
 */
record ScheduleBody(
    @NotNull ZoneId zone,
    @NotEmpty List<@NotNull DayOfWeek> days,
    @NotNull LocalTime opens,
    @NotNull Duration length,
    @NotBlank String share) {

  static ScheduleBody of(LimitSchedule schedule) {
    List<TradingSession> sessions = schedule.window().sessions();
    return new ScheduleBody(
        schedule.window().zone(),
        sessions.stream().map(TradingSession::day).toList(),
        sessions.getFirst().opens(),
        sessions.getFirst().length(),
        schedule.share().toString());
  }

  LimitSchedule schedule(String path) {
    if (!length.isPositive() || length.compareTo(Duration.ofHours(24)) > 0) {
      throw Problems.invalid(path + "length", length, "above zero and at most PT24H");
    }
    Quantity part = Numbers.quantity(path + "share", share);
    if (part.compareTo(Quantity.ONE) > 0) {
      throw Problems.invalid(path + "share", share, "above 0 and at most 1");
    }
    return new LimitSchedule(
        new SessionCalendar(
            zone,
            days.stream().distinct().map(day -> new TradingSession(day, opens, length)).toList(),
            Set.of()),
        part);
  }
}
