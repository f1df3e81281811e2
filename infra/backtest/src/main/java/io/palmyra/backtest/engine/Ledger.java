package io.palmyra.backtest.engine;

import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.sentiment.SentimentScored;
import io.palmyra.contracts.value.Money;
import io.palmyra.core.risk.protection.ExitReason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What happened in a backtest, and the hash of all of it. */
final class Ledger {
  private static final int CHUNK = 8 * 1024;

  private final MessageDigest digest;
  private final StringBuilder line = new StringBuilder();
  private final RoundTrips trips;
  private final Map<String, Integer> denied = new TreeMap<>();
  private final Map<ExitReason, Integer> exits = new EnumMap<>(ExitReason.class);
  private final List<OrderFilled> fills = new ArrayList<>();
  private final long[] equity;
  private final List<SubmitOrder> orders = new ArrayList<>();

  Ledger(RoundTrips trips, int bars) {
    this.trips = trips;
    this.equity = new long[bars];
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void ordered(SubmitOrder order, Instant at) {
    orders.add(order);
    write(
        "order",
        order.clientOrderId(),
        at,
        order.side(),
        order.type(),
        order.quantity(),
        order.limitPrice(),
        order.stopPrice(),
        order.trailingOffset(),
        order.timeInForce(),
        order.reduceOnly());
  }

  /** A score was handed to the strategy. */
  void told(SentimentScored score) {
    write("score", score.knownAt(), score.score(), score.confidence(), score.source());
  }

  void filled(OrderFilled fill) {
    fills.add(fill);
    trips.on(fill);
    write(
        "fill",
        fill.clientOrderId(),
        fill.at(),
        fill.side(),
        fill.lastQuantity(),
        fill.lastPrice(),
        fill.fee());
  }

  void protectedBy(ExitReason why) {
    exits.merge(why, 1, Integer::sum);
  }

  /** Orders of protection, by what was met. */
  Map<ExitReason, Integer> exits() {
    return Map.copyOf(exits);
  }

  void denied(String code) {
    denied.merge(code, 1, Integer::sum);
  }

  void worth(int bar, Money money) {
    equity[bar] = money.mantissa();
  }

  private void write(@Nullable Object... parts) {
    line.setLength(0);
    for (@Nullable Object part : parts) {
      line.append(part).append('\t');
    }
    digest.update(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
  }

  List<SubmitOrder> orders() {
    return List.copyOf(orders);
  }

  Map<String, Integer> denials() {
    return Map.copyOf(denied);
  }

  List<OrderFilled> fills() {
    return List.copyOf(fills);
  }

  RoundTrips trips() {
    return trips;
  }

  /** Equity after each bar, in units of money's last decimal. */
  long[] equity() {
    return equity.clone();
  }

  /** Of every order, fill and equity, in their order; to be called once. */
  String hash() {
    var chunk = ByteBuffer.allocate(CHUNK);
    for (long each : equity) {
      if (!chunk.hasRemaining()) {
        digest.update(chunk.flip());
        chunk.clear();
      }
      chunk.putLong(each);
    }
    digest.update(chunk.flip());
    return HexFormat.of().formatHex(digest.digest());
  }
}
