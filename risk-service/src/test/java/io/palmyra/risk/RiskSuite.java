package io.palmyra.risk;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.fill.Liquidity;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.id.VenueOrderId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.instrument.SpotTerms;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.orderevent.OrderEventMessage;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.portfolio.PortfolioUpdated;
import io.palmyra.contracts.signal.EntryProposed;
import io.palmyra.contracts.signal.ExitProposed;
import io.palmyra.contracts.signal.OrderRequested;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.testing.KafkaTestClient;
import io.palmyra.testing.RestClient;
import io.palmyra.testing.TestSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Risk as processes would run it, on one database, and what stands around it on Kafka. */
final class RiskSuite implements AutoCloseable {
  static final InstrumentId EURUSD = new InstrumentId("EURUSD.SIM");
  static final SignalSource SMA = new SignalSource("strategy:sma");

  final Map<String, Object> settings;
  final KafkaTestClient kafka;
  private final MessageCodec codec = new MessageCodec();
  private volatile boolean closed;
  private volatile Price bid = Price.of("1.10000");
  private final List<ConfigurableApplicationContext> running = new ArrayList<>();
  private final Map<AccountId, Long> sequences = new HashMap<>();

  RiskSuite(List<AccountId> accounts) {
    this(TestSettings.settings("risk-service"), new KafkaTestClient(), accounts);
  }

  RiskSuite(Map<String, Object> base, KafkaTestClient kafka, List<AccountId> accounts) {
    this.kafka = kafka;
    this.settings = new HashMap<>(base);
    settings.put("server.port", "0");
    // A consumer group of its own: another test's service has another database.
    settings.put("spring.application.name", "risk-suite-" + accounts.getFirst());
    for (int i = 0; i < accounts.size(); i++) {
      settings.put("palmyra.accounts[" + i + "].id", accounts.get(i).value());
      settings.put("palmyra.accounts[" + i + "].base-currency", "USD");
      settings.put("palmyra.accounts[" + i + "].venue", "SIMULATED");
      settings.putAll(Seeds.of(i, accounts.get(i)));
    }
  }

  ConfigurableApplicationContext start(String instance) {
    var mine = new HashMap<>(settings);
    mine.put("palmyra.risk.instance", instance);
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(RiskServiceApplication.class)
            .run(
                mine.entrySet().stream()
                    .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                    .toArray(String[]::new));
    running.add(context);
    return context;
  }

  RestClient rest(ConfigurableApplicationContext context, String... roles) {
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    return RestClient.on(port).withRoles(roles);
  }

  /** Ticks twice a second until this is closed. */
  void keepTicking() {
    Thread.ofVirtual()
        .start(
            () -> {
              while (!closed) {
                tick();
                java.util.concurrent.locks.LockSupport.parkNanos(500_000_000);
              }
            });
  }

  /** Lifts the initial halt as {@code palmyra run} does. */
  void liftInitialHalt(ConfigurableApplicationContext context) {
    org.awaitility.Awaitility.await()
        .until(
            () ->
                rest(context, "RISK_MANAGER")
                        .post(
                            "/api/v1/halts/lift", "{\"halt\":\"all/initial\",\"reason\":\"test\"}")
                        .status()
                    == 200);
  }

  void market(List<AccountId> accounts) {
    send(
        Topic.INSTRUMENTS,
        EURUSD.value(),
        new InstrumentDefined(
            EURUSD,
            "euro",
            new Currency("EUR"),
            Currency.USD,
            5,
            Price.of("0.00001"),
            0,
            Quantity.of("1000"),
            Quantity.of("1000"),
            Quantity.of("10000000"),
            Quantity.ONE,
            new SpotTerms(),
            SessionCalendar.always()));
    accounts.forEach(account -> equity(account, "100000"));
    tick();
  }

  void equity(AccountId account, String equity) {
    send(
        Topic.PORTFOLIO,
        account.value(),
        new PortfolioUpdated(
            account,
            Instant.now(),
            List.of(),
            List.of(),
            Money.of(equity, Currency.USD),
            Money.zero(Currency.USD),
            null,
            Money.zero(Currency.USD),
            0));
  }

  /** The market moves; the ask is two tenths of a pip above. */
  void move(String newBid) {
    bid = Price.of(newBid);
    tick();
  }

  void tick() {
    send(
        Topic.TICKS,
        EURUSD.value(),
        new QuoteTick(
            EURUSD,
            bid,
            bid.plus(Price.of("0.00020")),
            Quantity.ZERO,
            Quantity.ZERO,
            Instant.now(),
            "simulated"));
  }

  EntryProposed entry(AccountId account, String key) {
    return new EntryProposed(
        SignalId.of(SMA, account, key),
        account,
        SMA,
        EURUSD,
        Side.BUY,
        1,
        Price.of("0.01250"),
        Instant.now().plusSeconds(600),
        List.of());
  }

  OrderRequested order(AccountId account, String key, String quantity) {
    return new OrderRequested(
        SignalId.of(SMA, account, key),
        account,
        SMA,
        EURUSD,
        Side.BUY,
        OrderType.LIMIT,
        Quantity.of(quantity),
        Price.of("1.09000"),
        null,
        null,
        TimeInForce.GTC,
        false,
        null,
        null,
        Instant.now().plusSeconds(600),
        List.of());
  }

  ExitProposed exit(AccountId account, String key) {
    return new ExitProposed(
        SignalId.of(SMA, account, key),
        account,
        SMA,
        EURUSD,
        "CROSS",
        Instant.now().plusSeconds(600),
        List.of());
  }

  OrderFilled filled(AccountId account, String signalKey, Side side, String quantity) {
    return filled(account, signalKey, side, quantity, "1.10020");
  }

  OrderFilled filled(
      AccountId account, String signalKey, Side side, String quantity, String price) {
    SignalId signal = SignalId.of(SMA, account, signalKey);
    var execution = new ExecutionId("e-" + signalKey);
    return new OrderFilled(
        ClientOrderId.of(signal, 0, 0, 0),
        account,
        EURUSD,
        Instant.now(),
        new VenueOrderId("v-" + signalKey),
        signal,
        SMA,
        side,
        FillId.of(new VenueId("SIMULATED"), account, execution),
        execution,
        Quantity.of(quantity),
        Price.of(price),
        Quantity.of(quantity),
        Quantity.ZERO,
        Money.zero(Currency.USD),
        Liquidity.TAKER,
        Instant.now());
  }

  void signal(io.palmyra.contracts.signal.Signal signal) {
    send(Topic.SIGNALS, signal.account().value(), signal);
  }

  void orderEvent(OrderEventMessage event) {
    long sequence = sequences.merge(event.account(), 1L, Long::sum);
    send(Topic.ORDER_EVENTS, event.account().value(), event, sequence);
  }

  void send(Topic topic, String key, Message message) {
    send(topic, key, message, null);
  }

  private void send(Topic topic, String key, Message message, @Nullable Long sequence) {
    Instant now = Instant.now();
    var envelope = new Envelope<>(UUID.randomUUID().toString(), now, now, null, sequence, message);
    kafka.send(topic, key, codec.encode(envelope));
  }

  void stop(ConfigurableApplicationContext context) {
    running.remove(context);
    context.close();
  }

  @Override
  public void close() {
    closed = true;
    List.copyOf(running).forEach(this::stop);
    kafka.close();
  }
}
