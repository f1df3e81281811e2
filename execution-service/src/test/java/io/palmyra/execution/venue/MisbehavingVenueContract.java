package io.palmyra.execution.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.execution.application.VenueNotice;
import io.palmyra.execution.application.VenueOrderReport;
import io.palmyra.execution.application.VenueOrderReport.Status;
import io.palmyra.execution.application.VenueSession;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an adapter makes of a venue that does not behave. */
public abstract class MisbehavingVenueContract extends VenueConnectorContract {
  /** The venue behaves like that towards the account from now on. */
  protected abstract void misbehave(Misbehaviour how);

  /** The venue takes a fill back. */
  protected abstract void bust(ExecutionId execution);

  @Test
  void whatIsToldTwiceIsHeardOnce() throws IOException {
    misbehave(Misbehaviour.REPEATS_EVENTS);
    SubmitOrder order = filled("2000");
    SubmitOrder next = filled("1000");

    eventually(() -> assertThat(heard().all(VenueNotice.Filled.class)).hasSize(2));
    assertThat(heard().all())
        .extracting(VenueNotice::clientOrderId)
        .containsExactly(
            order.clientOrderId(),
            order.clientOrderId(),
            next.clientOrderId(),
            next.clientOrderId());
  }

  @Test
  void whatIsToldTooEarlyIsHeardInItsTurn() throws IOException {
    misbehave(Misbehaviour.REORDERS_EVENTS);
    List<SubmitOrder> sent =
        IntStream.range(0, 6).mapToObj(_ -> orders().limit("1000", "1.00000")).toList();
    for (SubmitOrder order : sent) {
      session().submit(order);
    }

    eventually(() -> assertThat(heard().all(VenueNotice.Accepted.class)).hasSize(6));
    assertThat(heard().all())
        .extracting(VenueNotice::clientOrderId)
        .isEqualTo(sent.stream().map(SubmitOrder::clientOrderId).toList());
    assertThat(heard().ends()).isZero();
  }

  @Test
  void anEventThatNeverComesEndsTheSessionAndTheNextOneKnows() throws IOException {
    misbehave(Misbehaviour.LOSES_ANSWERS);
    SubmitOrder order = orders().market("1000");
    session().submit(order);
    awaitStatus(order, Status.WORKING);
    misbehave(Misbehaviour.NONE);
    tick("1.10000", "1.10010", "0");

    eventually(() -> assertThat(heard().ends()).isEqualTo(1));
    assertThat(heard().all()).isEmpty();
    VenueSession next = connector().connect(account(), 1, new HeardNotices());
    assertThat(next.query(order.clientOrderId()).map(VenueOrderReport::status))
        .contains(Status.FILLED);
    assertThat(next.fillsSince(0)).hasSize(1);
    next.close();
  }

  @Test
  void lateAnswersAreAnswersAndTooLateOnesAreNone() throws IOException {
    SubmitOrder order = orders().limit("1000", "1.00000");
    session().submit(order);
    awaitStatus(order, Status.WORKING);
    misbehave(Misbehaviour.IS_LATE);
    assertThat(session().openOrders()).hasSize(1);
    misbehave(Misbehaviour.IS_TOO_LATE);
    assertThatThrownBy(() -> session().openOrders()).isInstanceOf(IOException.class);
  }

  @Test
  void refusalOfAnyKindIsFinalAndNothingIsTakenUp() throws IOException {
    misbehave(Misbehaviour.REFUSES);
    session().submit(orders().market("1000"));

    eventually(() -> assertThat(heard().all(VenueNotice.Rejected.class)).hasSize(1));
    misbehave(Misbehaviour.NONE);
    assertThat(session().openOrders()).isEmpty();
  }

  @Test
  void tooManyMessagesAreRefusedByNameAndTheSessionStands() throws IOException {
    misbehave(Misbehaviour.THROTTLES);
    for (int i = 0; i < 5; i++) {
      session().submit(orders().limit("1000", "1.00000"));
    }

    eventually(() -> assertThat(heard().all()).hasSize(5));
    assertThat(heard().all(VenueNotice.Rejected.class))
        .isNotEmpty()
        .extracting(VenueNotice.Rejected::code)
        .containsOnly("THROTTLED");
    assertThat(session().openOrders()).hasSameSizeAs(heard().all(VenueNotice.Accepted.class));
    assertThat(heard().ends()).isZero();
  }

  @Test
  void ordersThatAVenueCancelsOnDisconnectAreFoundCanceled() throws IOException {
    misbehave(Misbehaviour.CANCELS_ON_DISCONNECT);
    SubmitOrder order = orders().limit("1000", "1.00000");
    session().submit(order);
    awaitStatus(order, Status.WORKING);
    session().close();

    VenueSession next = connector().connect(account(), 1, new HeardNotices());
    eventually(
        () ->
            assertThat(next.query(order.clientOrderId()).map(VenueOrderReport::status))
                .contains(Status.CANCELED));
    assertThat(next.openOrders()).isEmpty();
    next.close();
  }

  @Test
  void ordersThatAVenueCancelsOnDisconnectAreFoundCanceledByTheSessionThatReplacesTheirs()
      throws IOException {
    misbehave(Misbehaviour.CANCELS_ON_DISCONNECT);
    SubmitOrder order = orders().limit("1000", "1.00000");
    session().submit(order);
    awaitStatus(order, Status.WORKING);

    VenueSession next = connector().connect(account(), 2, new HeardNotices());
    assertThat(next.query(order.clientOrderId()).map(VenueOrderReport::status))
        .contains(Status.CANCELED);
    assertThat(next.openOrders()).isEmpty();
    next.close();
  }

  @Test
  void aFillThatIsTakenBackIsToldAndLeavesNothing() throws IOException {
    SubmitOrder order = filled("2000");
    eventually(() -> assertThat(heard().all(VenueNotice.Filled.class)).hasSize(1));
    VenueNotice.Filled fill = heard().all(VenueNotice.Filled.class).getFirst();

    bust(fill.executionId());

    eventually(() -> assertThat(heard().all(VenueNotice.Corrected.class)).hasSize(1));
    VenueNotice.Corrected told = heard().all(VenueNotice.Corrected.class).getFirst();
    assertThat(told.clientOrderId()).isEqualTo(order.clientOrderId());
    assertThat(told.executionId()).isEqualTo(fill.executionId());
    assertThat(told.quantity()).isEqualByComparingTo(Quantity.ZERO);
    assertThat(session().fillsSince(0)).containsExactly(fill, told);
    assertThat(session().positions().get(instrument())).isEqualByComparingTo(Quantity.ZERO);
    assertThat(session().cash())
        .isEqualTo(
            List.of(
                session().deposits().stream()
                    .map(CashDeposited::amount)
                    .reduce(Money::plus)
                    .orElseThrow()));
  }

  private SubmitOrder filled(String quantity) throws IOException {
    SubmitOrder order = orders().market(quantity);
    session().submit(order);
    awaitStatus(order, Status.WORKING);
    tick("1.10000", "1.10010", "0");
    awaitStatus(order, Status.FILLED);
    return order;
  }
}
