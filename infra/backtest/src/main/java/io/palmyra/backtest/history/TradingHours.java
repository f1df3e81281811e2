package io.palmyra.backtest.history;

import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.instrument.TradingSession;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a calendar says of times that are longer than a moment.
 *
 * @param calendar of an instrument
 */
public record TradingHours(SessionCalendar calendar) {
  private record Open(Instant from, Instant to) {}

  /** Whether there are sessions at all. */
  public boolean always() {
    return calendar.sessions().isEmpty();
  }

  /** Whether some session is open at some moment from one on and before another. */
  public boolean overlap(Instant from, Instant to) {
    return always()
        || around(from, to).stream()
            .anyMatch(each -> each.from().isBefore(to) && each.to().isAfter(from));
  }

  /** When the session ends that is open at a moment; empty if none is, or if all time is open. */
  public Optional<Instant> endOf(Instant moment) {
    return around(moment, moment).stream()
        .filter(each -> !moment.isBefore(each.from()) && moment.isBefore(each.to()))
        .map(Open::to)
        .max(Comparator.naturalOrder());
  }

  private List<Open> around(Instant from, Instant to) {
    var all = new ArrayList<Open>();
    LocalDate last = LocalDate.ofInstant(to, calendar.zone());
    LocalDate date = LocalDate.ofInstant(from, calendar.zone()).minusDays(1);
    for (; !date.isAfter(last); date = date.plusDays(1)) {
      for (TradingSession session : calendar.sessions()) {
        Instant opens = calendar.opening(session, date);
        if (opens != null) {
          all.add(new Open(opens, opens.plus(session.length())));
        }
      }
    }
    return all;
  }

  /** For reports. */
  public String inWords() {
    if (always()) {
      return "always open, every day";
    }
    String sessions =
        calendar.sessions().stream()
            .map(
                each ->
                    "%s %s-%s"
                        .formatted(each.day(), each.opens(), each.opens().plus(each.length())))
            .collect(Collectors.joining(", "));
    return "%s in %s, but not on %s"
        .formatted(
            sessions,
            calendar.zone(),
            calendar.holidays().isEmpty() ? "any holiday: none given" : holidays());
  }

  private String holidays() {
    return new TreeSet<>(calendar.holidays())
        .stream().map(LocalDate::toString).collect(Collectors.joining(", "));
  }
}
