package io.palmyra.backtest.parity;

import io.palmyra.contracts.decision.ChildReleased;
import io.palmyra.contracts.decision.ChildWithheld;
import io.palmyra.contracts.decision.Decision;
import io.palmyra.contracts.decision.ParentEnded;
import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.decision.SignalDenied;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.order.CancelOrder;
import io.palmyra.contracts.order.OrderCommand;
import io.palmyra.contracts.order.ReplaceOrder;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came of signals, as it stands on the topics: each record once, whatever was published again.
 *
 * @param signals of strategies since the first run of interest
 * @param decisions of the period and of a while before and after
 * @param orders of the same time
 * @param fills from the beginning
 */
record Recorded(List<Kept> signals, List<Kept> decisions, List<Kept> orders, List<Kept> fills) {
  /** An order and its decision are published together; clocks may step. */
  private static final Duration BEFORE = Duration.ofMinutes(1);

  static Recorded read(RecordedTopics topics, Instant firstRun, Period period) {
    Instant from = period.from().minus(BEFORE);
    return new Recorded(
        signals(topics.since(Topic.SIGNALS, firstRun.isBefore(from) ? firstRun : from)),
        once(topics.since(Topic.DECISIONS, from)),
        once(topics.since(Topic.ORDERS, from)),
        once(topics.since(Topic.FILLS, Instant.EPOCH)));
  }

  private static List<Kept> signals(List<Kept> all) {
    Set<SignalId> seen = new HashSet<>();
    return all.stream().filter(each -> seen.add(((Signal) each.body()).signalId())).toList();
  }

  /** Without what a writer that was killed published again. */
  private static List<Kept> once(List<Kept> all) {
    Map<Object, Long> last = new HashMap<>();
    return all.stream()
        .filter(
            each -> {
              Long sequence = each.envelope().sequence();
              Object account = account(each);
              boolean isNew = sequence == null || sequence > last.getOrDefault(account, 0L);
              if (isNew && sequence != null) {
                last.put(account, sequence);
              }
              return isNew;
            })
        .toList();
  }

  private static Object account(Kept kept) {
    return switch (kept.body()) {
      case Decision decision -> decision.account();
      case OrderCommand order -> order.account();
      case io.palmyra.contracts.fill.FillMessage fill -> fill.account();
      default -> kept.lane();
    };
  }

  List<Kept> signalsOf(SignalSource source) {
    return signals.stream().filter(each -> ((Signal) each.body()).source().equals(source)).toList();
  }

  List<Decision> decisionsOf(SignalSource source) {
    return decisions.stream()
        .map(each -> (Decision) each.body())
        .filter(each -> source(each).equals(source))
        .toList();
  }

  List<Kept> fillsOf(SignalSource source) {
    return fills.stream()
        .filter(each -> each.body() instanceof FillRecorded fill && fill.source().equals(source))
        .toList();
  }

  OrdersReport orders(Selection selection, Period period) {
    return OrderParity.of(
        decisions.stream()
            .filter(
                each ->
                    each.body() instanceof Decision decision
                        && selection.takes(decision.account())
                        && selection.takes(source(decision)))
            .toList(),
        orders.stream().filter(each -> takes(selection, (OrderCommand) each.body())).toList(),
        period);
  }

  /** Only a new order says whose strategy's it is. */
  private static boolean takes(Selection selection, OrderCommand order) {
    return selection.takes(order.account())
        && switch (order) {
          case SubmitOrder submit -> selection.takes(submit.source());
          case CancelOrder cancel ->
              selection.instance() == null
                  || cancel.reason().equals("strategy:" + selection.instance());
          case ReplaceOrder _ -> selection.instance() == null;
        };
  }

  private static SignalSource source(Decision decision) {
    return switch (decision) {
      case SignalAccepted accepted -> accepted.source();
      case SignalDenied denied -> denied.source();
      case ChildReleased child -> child.source();
      case ChildWithheld child -> child.source();
      case ParentEnded ended -> ended.source();
    };
  }
}
