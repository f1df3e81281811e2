package io.palmyra.backtest.parity;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Fills of both sides, each with what it is beside on the other. */
final class FillLines {
  private FillLines() {}

  /**
   * In the order of time.
   *
   * @param tick least step of the price
   * @param tolerance within which two are the same fill
   */
  static List<FillLine> of(
      Lived lived, List<Deal> live, List<Deal> tested, double tick, Duration tolerance) {
    FillMatch match = FillMatch.of(live, tested, tolerance);
    return Stream.of(
            match.pairs().stream()
                .map(
                    each ->
                        new Timed(
                            each.live().at(), FillLine.matched(each.live(), each.tested(), tick))),
            match.missed().stream().map(each -> missed(lived, each, tolerance)),
            match.extra().stream().map(each -> extra(each, tested, tolerance)))
        .flatMap(each -> each)
        .sorted(Comparator.comparing(Timed::at))
        .map(Timed::line)
        .toList();
  }

  private record Timed(Instant at, FillLine line) {}

  private static Timed missed(Lived lived, Deal tested, Duration tolerance) {
    String why = Explanation.missed(tested, lived.decisions(), lived.signals(), tolerance);
    return new Timed(tested.at(), FillLine.missed(tested, why));
  }

  private static Timed extra(Deal live, List<Deal> tested, Duration tolerance) {
    return new Timed(live.at(), FillLine.extra(live, Explanation.extra(live, tested, tolerance)));
  }
}
