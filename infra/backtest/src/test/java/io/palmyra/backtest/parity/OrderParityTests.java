package io.palmyra.backtest.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderParityTests {
  private static OrdersReport report(RecordedTopics topics) {
    return Parity.of(topics, SyntheticDay.PERIOD, Selection.ALL, _ -> {}).orders();
  }

  private static Shelf day() {
    return new SyntheticDay(7, 60).lived();
  }

  @Test
  void anOrderThatDoesNotFollowFromItsDecisionIsTold() {
    Shelf day = day();
    Kept one = day.on(Topic.ORDERS).get(4);
    OrdersReport altered = report(day.with(one::equals, body -> larger((SubmitOrder) body)));
    OrdersReport gone = report(day.without(one::equals));
    Kept decision = accepted(day, (SubmitOrder) one.body());
    OrdersReport undecided = report(day.without(decision::equals));

    assertThat(altered.orders().different()).isEqualTo(1);
    assertThat(gone.orders().extra()).isEqualTo(1);
    assertThat(undecided.orders().missing()).isEqualTo(1);
    assertThat(undecided.differences().getFirst().fields())
        .containsExactly("no decision asks for it");
  }

  @Test
  void aDecisionThatComesOutDifferentlyIsTold() {
    Shelf day = day();
    Kept one = accepted(day, (SubmitOrder) day.on(Topic.ORDERS).get(4).body());
    OrdersReport report =
        report(
            day.with(
                one::equals,
                body -> {
                  var was = (SignalAccepted) body;
                  return new SignalAccepted(
                      was.signalId(),
                      was.account(),
                      was.source(),
                      was.instrument(),
                      was.clientOrderId(),
                      was.order(),
                      List.of(),
                      was.used());
                }));

    assertThat(report.decisions().different()).isEqualTo(1);
  }

  private static SubmitOrder larger(SubmitOrder was) {
    return new SubmitOrder(
        was.clientOrderId(),
        was.account(),
        was.signalId(),
        was.source(),
        was.instrument(),
        was.side(),
        was.type(),
        was.quantity().plus(Quantity.of("1000")),
        was.limitPrice(),
        was.stopPrice(),
        was.trailingOffset(),
        was.timeInForce(),
        was.reduceOnly(),
        was.authorisedByHalt(),
        was.parent(),
        was.approvedAt(),
        was.maximumAge());
  }

  private static Kept accepted(Shelf day, SubmitOrder order) {
    return day.on(Topic.DECISIONS).stream()
        .filter(
            each ->
                each.body() instanceof SignalAccepted accepted
                    && accepted.clientOrderId().equals(order.clientOrderId()))
        .findFirst()
        .orElseThrow();
  }
}
