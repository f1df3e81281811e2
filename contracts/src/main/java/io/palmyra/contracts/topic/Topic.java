package io.palmyra.contracts.topic;

import io.palmyra.contracts.Message;
import io.palmyra.contracts.account.AccountMessage;
import io.palmyra.contracts.alert.AlertMessage;
import io.palmyra.contracts.allocation.AllocationMessage;
import io.palmyra.contracts.audit.AuditMessage;
import io.palmyra.contracts.control.ControlMessage;
import io.palmyra.contracts.decision.Decision;
import io.palmyra.contracts.fill.FillMessage;
import io.palmyra.contracts.instrument.InstrumentMessage;
import io.palmyra.contracts.market.BarMessage;
import io.palmyra.contracts.market.QuarantineMessage;
import io.palmyra.contracts.market.TickMessage;
import io.palmyra.contracts.order.OrderCommand;
import io.palmyra.contracts.orderevent.OrderEventMessage;
import io.palmyra.contracts.portfolio.PortfolioMessage;
import io.palmyra.contracts.sentiment.SentimentMessage;
import io.palmyra.contracts.signal.Signal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every topic: what stands on it, its key, partitions and clean-up, and who alone may write it. */
public enum Topic {
  /** Quotes and trades of the markets. */
  TICKS(
      "ticks",
      TickMessage.class,
      TopicKey.INSTRUMENT,
      CleanUp.TIME,
      PoisonRule.DEAD_LETTER,
      "market-data"),
  /** Bars that are closed. */
  BARS(
      "bars",
      BarMessage.class,
      TopicKey.INSTRUMENT,
      CleanUp.TIME,
      PoisonRule.DEAD_LETTER,
      "market-data"),
  /** Ticks that were kept out. */
  TICKS_QUARANTINE(
      "ticks.quarantine",
      QuarantineMessage.class,
      TopicKey.INSTRUMENT,
      CleanUp.TIME,
      PoisonRule.DEAD_LETTER,
      "market-data"),
  /** What can be traded. */
  INSTRUMENTS(
      "instruments",
      InstrumentMessage.class,
      TopicKey.INSTRUMENT,
      CleanUp.COMPACT,
      PoisonRule.DEAD_LETTER,
      "market-data"),
  /** What the news say. */
  SENTIMENT(
      "sentiment",
      SentimentMessage.class,
      TopicKey.INSTRUMENT,
      CleanUp.TIME,
      PoisonRule.DEAD_LETTER,
      "sentiment"),
  /** Proposals. */
  SIGNALS(
      "signals",
      Signal.class,
      TopicKey.ACCOUNT,
      CleanUp.TIME,
      PoisonRule.DEAD_LETTER,
      "strategy",
      "gateway"),
  /** What risk decided of them. */
  DECISIONS("decisions", Decision.class, TopicKey.ACCOUNT, CleanUp.KEPT, PoisonRule.STOP, "risk"),
  /** Orders for execution. */
  ORDERS("orders", OrderCommand.class, TopicKey.ACCOUNT, CleanUp.KEPT, PoisonRule.STOP, "risk"),
  /** An order's whole life. */
  ORDER_EVENTS(
      "order-events",
      OrderEventMessage.class,
      TopicKey.ACCOUNT,
      CleanUp.KEPT,
      PoisonRule.STOP,
      "execution"),
  /** Fills for books and analysts. */
  FILLS("fills", FillMessage.class, TopicKey.ACCOUNT, CleanUp.KEPT, PoisonRule.STOP, "execution"),
  /** Deposits, fees, funding, dividends, splits, and what cash the venue reports. */
  ACCOUNT_EVENTS(
      "account-events",
      AccountMessage.class,
      TopicKey.ACCOUNT,
      CleanUp.KEPT,
      PoisonRule.STOP,
      "execution"),
  /** Capital of strategies. */
  ALLOCATIONS(
      "allocations",
      AllocationMessage.class,
      TopicKey.ACCOUNT,
      CleanUp.COMPACT,
      PoisonRule.DEAD_LETTER,
      "strategy"),
  /** The books. */
  PORTFOLIO(
      "portfolio",
      PortfolioMessage.class,
      TopicKey.ACCOUNT,
      CleanUp.COMPACT,
      PoisonRule.DEAD_LETTER,
      "portfolio"),
  /** Halts and risk's heartbeat. */
  CONTROL(
      "control",
      ControlMessage.class,
      TopicKey.CONTROL,
      CleanUp.COMPACT,
      PoisonRule.REFUSE_ALL,
      "risk"),
  /** What a person must know. */
  ALERTS("alerts", AlertMessage.class, TopicKey.SOURCE, CleanUp.TIME, PoisonRule.DEAD_LETTER),
  /** Who changed what. */
  AUDIT("audit", AuditMessage.class, TopicKey.SOURCE, CleanUp.KEPT, PoisonRule.DEAD_LETTER);

  /**
   * Partitions of every topic keyed by account, the same for all so that they are co-partitioned.
   */
  public static final int ACCOUNT_PARTITIONS = 8;

  /** Partitions of every topic keyed by instrument. */
  public static final int MARKET_PARTITIONS = 8;

  private final String topicName;
  private final Class<? extends Message> messages;
  private final TopicTraits traits;

  Topic(
      String topicName,
      Class<? extends Message> messages,
      TopicKey key,
      CleanUp cleanUp,
      PoisonRule poison,
      String... writers) {
    this.topicName = topicName;
    this.messages = messages;
    this.traits = new TopicTraits(key, cleanUp, poison, Set.of(writers));
  }

  /** Its name in Kafka. */
  public String topicName() {
    return topicName;
  }

  /** Name of the topic that holds what a reader of this one could not read or apply. */
  public String deadLetterName() {
    return topicName + ".dlt";
  }

  /** The sealed interface of its messages. */
  public Class<? extends Message> messages() {
    return messages;
  }

  /** Key, clean-up, poison rule and writers. */
  public TopicTraits traits() {
    return traits;
  }

  /** How many partitions it has. */
  public int partitions() {
    return switch (traits.key()) {
      case INSTRUMENT -> MARKET_PARTITIONS;
      case ACCOUNT -> ACCOUNT_PARTITIONS;
      case CONTROL, SOURCE -> 1;
    };
  }

  /** Every record type that can stand on it. */
  public List<Class<? extends Message>> messageTypes() {
    return leaves(messages).toList();
  }

  private static java.util.stream.Stream<Class<? extends Message>> leaves(
      Class<? extends Message> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses())
            .flatMap(permitted -> leaves(permitted.asSubclass(Message.class)))
        : java.util.stream.Stream.of(type);
  }

  /** The topic of a name, empty if there is none. */
  public static Optional<Topic> named(String name) {
    return Arrays.stream(values()).filter(topic -> topic.topicName.equals(name)).findFirst();
  }
}
