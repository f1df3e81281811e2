package io.palmyra.systemtest.chaos;

import io.palmyra.systemtest.suite.Rest;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * People at work all the while: limit orders that fill or wait, orders with exits of their own,
 * orders worked off in children, cancels. Who gets no answer asks again with the same key, as the
 * documentation tells them to.
 */
final class Crowd implements AutoCloseable {
  private static final String INSTRUMENT = "EURUSD.SIM";
  private static final Duration BETWEEN = Duration.ofMillis(700);
  private static final int UNANSWERED = 0;

  private final Supplier<Rest> rest;
  private final Random random;
  private final Set<String> refused = new ConcurrentSkipListSet<>();
  private final Set<String> confirmed = new ConcurrentSkipListSet<>();
  private final Thread thread;
  private volatile boolean closed;
  private int number;

  Crowd(Supplier<Rest> rest, long seed) {
    this.rest = rest;
    this.random = new Random(seed);
    this.thread = Thread.ofPlatform().daemon().name("crowd").start(this::work);
  }

  /** Signals of the orders that were confirmed to their person. */
  Set<String> confirmed() {
    return new TreeSet<>(confirmed);
  }

  /** Orders that were refused as wrong: none should be. */
  Set<String> refused() {
    return new TreeSet<>(refused);
  }

  private void work() {
    while (!closed) {
      try {
        act();
      } catch (UncheckedIOException | IllegalStateException e) {
        // The gateway is struck: people come back later.
      }
      Stage.pause(BETWEEN);
    }
  }

  private void act() {
    int dice = random.nextInt(10);
    if (dice < 4) {
      enter(limitOrder());
    } else if (dice < 6) {
      enter(bracketed());
    } else if (dice < 8) {
      cancelOne();
    } else {
      enter(workedOff());
    }
  }

  private Map<String, Object> limitOrder() {
    BigDecimal bid = new BigDecimal(quote().path("bid").asString());
    BigDecimal away = BigDecimal.valueOf(random.nextInt(-3, 20), 5);
    boolean buys = random.nextBoolean();
    Map<String, Object> order = order(buys, "LIMIT", "GTC");
    order.put(
        "limitPrice",
        (buys ? bid.subtract(away) : bid.add(away))
            .setScale(5, RoundingMode.HALF_UP)
            .toPlainString());
    return order;
  }

  /** With exits so near that the market soon meets one of them. */
  private Map<String, Object> bracketed() {
    boolean buys = random.nextBoolean();
    Map<String, Object> order = order(buys, "MARKET", "IOC");
    BigDecimal touch = new BigDecimal(quote().path(buys ? "ask" : "bid").asString());
    BigDecimal near = new BigDecimal("0.00040");
    BigDecimal above = touch.add(near).setScale(5, RoundingMode.HALF_UP);
    BigDecimal below = touch.subtract(near).setScale(5, RoundingMode.HALF_UP);
    order.put(
        "bracket",
        Map.of(
            "takeProfit", (buys ? above : below).toPlainString(),
            "stopLoss", (buys ? below : above).toPlainString()));
    return order;
  }

  private JsonNode quote() {
    return rest.get().items("/api/v1/quotes?instrument=" + INSTRUMENT).get(0);
  }

  private Map<String, Object> workedOff() {
    Map<String, Object> order = order(random.nextBoolean(), "MARKET", "GTC");
    order.put("quantity", "5000");
    order.put("algorithm", Map.of("kind", "TWAP", "over", "PT10S", "slices", 5));
    return order;
  }

  private Map<String, Object> order(boolean buys, String type, String timeInForce) {
    var order = new HashMap<String, Object>();
    order.put("account", "paper");
    order.put("instrument", INSTRUMENT);
    order.put("side", buys ? "BUY" : "SELL");
    order.put("type", type);
    order.put("quantity", "1000");
    order.put("timeInForce", timeInForce);
    return order;
  }

  private void enter(Map<String, Object> order) {
    String key = "crowd-" + ++number;
    for (Rest.Answer answer = send(order, key); !closed; answer = send(order, key)) {
      if (answer.status() == 202) {
        confirmed.add(answer.body().path("signalId").asString());
        return;
      }
      if (answer.status() >= 400 && answer.status() < 500 && answer.status() != 401) {
        refused.add(order + ": " + answer);
        return;
      }
      Stage.pause(BETWEEN);
    }
  }

  private Rest.Answer send(Map<String, Object> order, String key) {
    try {
      return rest.get().post("/api/v1/orders", order, Map.of("Idempotency-Key", key));
    } catch (UncheckedIOException e) {
      return new Rest.Answer(UNANSWERED, MissingNode.getInstance());
    }
  }

  private void cancelOne() {
    JsonNode open = rest.get().items("/api/v1/orders?account=paper&limit=50");
    if (!open.isEmpty()) {
      JsonNode one = open.get(random.nextInt(open.size()));
      rest.get().delete("/api/v1/orders/" + one.path("clientOrderId").asString());
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
