package io.palmyra.execution;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.marketdata.InstrumentCatalogue;
import io.palmyra.core.venue.Matching;
import io.palmyra.core.venue.VenueBooks;
import io.palmyra.core.venue.VenueOrder;
import io.palmyra.core.venue.VenueRecord;
import io.palmyra.platform.time.MonotonicClock;
import io.palmyra.venue.VenueProperties;
import io.palmyra.venue.application.Engine;
import io.palmyra.venue.application.Mood;
import io.palmyra.venue.application.Moods;
import io.palmyra.venue.inbound.VenueServer;
import io.palmyra.venue.outbound.FileJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The simulated venue in this process, with its real protocol and journal, and ticks by hand. */
final class VenueFixture implements AutoCloseable {
  static final String SECRET = "venue-secret";
  static final InstrumentId EURUSD = new InstrumentId("EURUSD.SIM");

  private final InstantSource clock = InstantSource.system();
  private final Path directory;
  private final List<InstrumentDefined> instruments =
      new InstrumentCatalogue(new VenueId("SIM"), LocalDate.of(2026, 1, 5), true).simulated();
  private final Moods moods = new Moods();
  private final int messagesPerSecond;
  private Engine engine;
  private VenueServer server;
  private int port;

  VenueFixture() {
    this(0);
  }

  /**
   * @param messagesPerSecond that it takes in any second, 0 for no bound
   */
  VenueFixture(int messagesPerSecond) {
    this.messagesPerSecond = messagesPerSecond;
    try {
      directory = Files.createTempDirectory("venue");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    start();
  }

  void start() {
    var settings =
        new VenueProperties(
            directory,
            SECRET,
            port,
            "127.0.0.1",
            "100000",
            Currency.USD,
            20,
            Duration.ofHours(1),
            messagesPerSecond,
            Duration.ofSeconds(5));
    engine = new Engine(new Matching(settings.rules()), new FileJournal(settings));
    engine.start();
    server = new VenueServer(engine, settings, moods, clock, MonotonicClock.SYSTEM);
    server.start();
    port = server.port();
    instruments.forEach(each -> engine.offer(turn -> turn.define(each)));
  }

  void stop() {
    server.stop();
    engine.stop();
  }

  int port() {
    return port;
  }

  void tick(String bid, String ask) {
    tick(bid, ask, "0");
  }

  /**
   * @param size that a tick fills at most, 0 for no bound
   */
  void tick(String bid, String ask, String size) {
    var tick =
        new QuoteTick(
            EURUSD,
            Price.of(bid),
            Price.of(ask),
            Quantity.of(size),
            Quantity.of(size),
            clock.instant(),
            "test");
    engine.offer(turn -> turn.happened(turn.tick(tick, clock.instant())));
  }

  /** Behaves like that from now on. */
  void be(Mood mood, AccountId account) {
    moods.be(mood, account);
  }

  /** Takes a fill back. */
  void bust(AccountId account, ExecutionId execution) {
    engine.done(turn -> turn.bust(account, execution, "off the market", clock.instant())).join();
  }

  /** The venue's own records. */
  List<VenueRecord> fills(AccountId account) {
    return books(account, books -> books.fillsAfter(0)).orElse(List.of());
  }

  List<VenueOrder> orders(AccountId account) {
    return books(account, books -> List.copyOf(books.orders())).orElse(List.of());
  }

  <R> Optional<R> books(AccountId account, Function<VenueBooks, R> question) {
    return engine.ask(matching -> matching.books(account).map(question)).join();
  }

  @Override
  public void close() {
    stop();
  }
}
