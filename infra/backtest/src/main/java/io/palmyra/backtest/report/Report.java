package io.palmyra.backtest.report;

import io.palmyra.backtest.engine.Result;
import io.palmyra.backtest.engine.Setup;
import io.palmyra.backtest.history.ImportReport;
import io.palmyra.core.analytics.Trade;
import java.io.PrintStream;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A backtest as it is told: what was run on what under which assumptions, and what came of it.
 *
 * @param strategy id
 * @param parameters all, defaults included
 * @param instrument name
 * @param currency of all amounts
 * @param data what was read, and how much of it was not taken
 * @param limits risk's, by name; {@code profile} is that of all of them
 * @param assumptions in words
 * @param figures by name
 * @param denials of risk, by code
 * @param protectiveExits orders that closed a position to protect the account, by what was met
 * @param tiersMoved what tiers were entered and left, and when
 * @param months return of each, in UTC
 * @param openAtTheEnd whether a position was
 * @param trades in the order of their ends
 * @param hash of every order, fill and equity: equal for equal runs
 */
public record Report(
    String strategy,
    Map<String, String> parameters,
    String instrument,
    String currency,
    Data data,
    Map<String, String> limits,
    Map<String, String> assumptions,
    Map<String, Object> figures,
    Map<String, Integer> denials,
    Map<String, Integer> protectiveExits,
    List<String> tiersMoved,
    Map<String, Double> months,
    boolean openAtTheEnd,
    List<Line> trades,
    String hash) {
  private static final int MOST_TOLD = 10;

  /**
   * What was read.
   *
   * @param file name
   * @param sha256 of it
   * @param rows in it
   * @param rejected of them
   * @param missing bars, in gaps
   * @param bars that were played
   * @param from begin of the first of them
   * @param to end of the last
   */
  public record Data(
      String file,
      String sha256,
      int rows,
      int rejected,
      long missing,
      int bars,
      String from,
      String to) {}

  /**
   * One trade; amounts and prices are texts, exact.
   *
   * @param side BUY for a long one
   * @param quantity that was closed
   * @param entered when
   * @param exited when
   * @param entry average price
   * @param exit average price
   * @param profit net of fees
   * @param fees of it
   * @param worst lowest unrealised profit
   * @param best highest unrealised profit
   */
  public record Line(
      String side,
      String quantity,
      String entered,
      String exited,
      String entry,
      String exit,
      String profit,
      String fees,
      String worst,
      String best) {
    static Line of(Trade trade) {
      return new Line(
          trade.side().name(),
          trade.quantity().toString(),
          trade.entered().toString(),
          trade.exited().toString(),
          trade.entry().toString(),
          trade.exit().toString(),
          trade.profit().amount(),
          trade.fees().amount(),
          trade.worst().amount(),
          trade.best().amount());
    }
  }

  /** Of a result and of what its bars were read from. */
  public static Report of(Result result, ImportReport read) {
    Setup setup = result.setup();
    var bars = setup.bars();
    var limits = new LinkedHashMap<String, String>();
    limits.put("profile", setup.limits().name().toLowerCase(Locale.ROOT));
    limits.putAll(
        new TreeMap<>(setup.limits().in(setup.terms().quoteCurrency(), bars.interval()).byName()));
    var months = new TreeMap<String, Double>();
    result.curve().monthly(ZoneOffset.UTC).forEach((month, value) -> months.put("" + month, value));
    return new Report(
        setup.strategy().descriptor().id(),
        setup.parameters().texts(),
        setup.terms().instrument().value(),
        setup.terms().quoteCurrency().value(),
        new Data(
            read.file(),
            read.sha256(),
            read.rows(),
            read.rejected().size(),
            read.missing(),
            bars.size(),
            bars.openTime(0).toString(),
            bars.closeTime(bars.size() - 1).toString()),
        limits,
        setup.inWords(),
        Figures.of(result),
        new TreeMap<>(result.denials()),
        exits(result),
        result.tiersMoved(),
        months,
        result.openAtTheEnd(),
        result.trades().stream().map(Line::of).toList(),
        result.hash());
  }

  private static Map<String, Integer> exits(Result result) {
    var byName = new TreeMap<String, Integer>();
    result.protectiveExits().forEach((why, count) -> byName.put(why.name(), count));
    return byName;
  }

  /** In words, for a terminal. */
  public void tell(PrintStream out) {
    out.printf("%s %s on %s, %s%n", strategy, parameters, instrument, currency);
    out.printf(
        "%d bars from %s to %s; of %d rows %d were not taken, %d bars are missing%n",
        data.bars(), data.from(), data.to(), data.rows(), data.rejected(), data.missing());
    out.println();
    figures.forEach((name, value) -> out.printf("  %-28s %s%n", name, text(value)));
    denials.forEach((code, count) -> out.printf("  denied %-21s %d%n", code, count));
    protectiveExits.forEach((why, count) -> out.printf("  closed by %-18s %d%n", why, count));
    tiersMoved.stream().limit(MOST_TOLD).forEach(moved -> out.println("  " + moved));
    if (tiersMoved.size() > MOST_TOLD) {
      out.println("  and " + (tiersMoved.size() - MOST_TOLD) + " times more");
    }
    if (openAtTheEnd) {
      out.println("  a position is open at the end, at its mark");
    }
    out.println();
    out.println("assumed, with the limits '" + limits.get("profile") + "':");
    assumptions.forEach((name, words) -> out.printf("  %-24s %s%n", name, words));
    out.println();
    out.println("hash " + hash);
  }

  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "not defined";
      case Double number -> String.format(Locale.ROOT, "%.6g", number);
      default -> value.toString();
    };
  }
}
