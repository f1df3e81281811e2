package io.palmyra.venue.application;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.QuoteTick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes headlines about the moves of the venue's own prices, so that sentiment has a real feed to
 * read. A headline follows a move that people would notice; it says nothing that the prices did not
 * do. Safe for any thread.
 */
public final class NewsDesk {
  private static final Duration SPAN = Duration.ofMinutes(5);
  private static final double NOTICEABLE = 0.0003;
  private static final double STRONG = 0.002;
  private static final int KEPT = 60;

  private final Prices prices;
  private final Map<InstrumentId, Deque<Sample>> samples = new HashMap<>();
  private final Deque<Headline> headlines = new ArrayDeque<>();

  private record Sample(Instant at, double mid) {}

  /**
   * A headline.
   *
   * @param guid stable and unique
   * @param title for people
   * @param description one sentence more
   * @param at when it was written
   */
  record Headline(String guid, String title, String description, Instant at) {}

  public NewsDesk(Prices prices) {
    this.prices = prices;
  }

  /** Looks at the prices and writes; called every 15 s. */
  public synchronized void write(Instant now) {
    for (QuoteTick tick : prices.all()) {
      Deque<Sample> past = samples.computeIfAbsent(tick.instrument(), _ -> new ArrayDeque<>());
      past.addLast(new Sample(now, tick.mid().toDouble()));
      while (past.getFirst().at().isBefore(now.minus(SPAN))) {
        past.removeFirst();
      }
      double before = past.getFirst().mid();
      double move = before == 0 ? 0 : (past.getLast().mid() - before) / before;
      if (Math.abs(move) >= NOTICEABLE) {
        headlines.addFirst(headline(tick, move, now));
      }
    }
    while (headlines.size() > KEPT) {
      headlines.removeLast();
    }
  }

  /** The newest headlines as an RSS 2.0 document, the newest first. */
  public String rss() {
    return NewsFeed.of(headlines());
  }

  synchronized List<Headline> headlines() {
    return new ArrayList<>(headlines);
  }

  private Headline headline(QuoteTick tick, double move, Instant now) {
    String subject = subject(tick.instrument());
    boolean strong = Math.abs(move) >= STRONG;
    String verb =
        move > 0
            ? strong ? "rallies on strong demand" : "gains"
            : strong ? "slumps in heavy selling" : "slips";
    String percent = String.format(Locale.ROOT, "%.2f", Math.abs(move) * 100);
    return new Headline(
        "sim-" + tick.instrument().value() + "-" + now.getEpochSecond(),
        subject + " " + verb + ", " + (move > 0 ? "up " : "down ") + percent + "%",
        "%s (%s) %s %s%% in the past minutes to %s; traders are %s."
            .formatted(
                prices.description(tick.instrument()),
                tick.instrument().symbol(),
                move > 0 ? "rose" : "fell",
                percent,
                tick.mid(),
                move > 0 ? "optimistic" : "worried"),
        now);
  }

  private static String subject(InstrumentId instrument) {
    return switch (instrument.symbol()) {
      case "EURUSD" -> "Euro";
      case "GBPUSD" -> "British pound";
      case "USDJPY" -> "Dollar against the Japanese yen";
      case "USDMYR" -> "Dollar against the ringgit";
      case "FCPO" -> "Palm oil";
      case "BTCUSD" -> "Bitcoin";
      case "ETHUSD" -> "Ether";
      default -> instrument.symbol();
    };
  }
}
