package io.palmyra.execution.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.order.ReplaceOrder;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.execution.application.VenueConnector;
import io.palmyra.execution.application.VenueNotice;
import io.palmyra.execution.application.VenueOrderReport;
import io.palmyra.execution.application.VenueOrderReport.Status;
import io.palmyra.execution.application.VenueSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What execution relies on in a venue, of every adapter: who says what in which order, what no
 * answer means, and what can still arrive.
 *
 * <p>An adapter's test inherits it and says how to move the market, to break the connection and to
 * wait. The account is fresh for each test; the market stands at 1.10000 to 1.10010.
 */
public abstract class VenueConnectorContract {
  private final HeardNotices heard = new HeardNotices();
  private ContractOrders orders;
  private VenueSession session;

  /** The adapter. */
  protected abstract VenueConnector connector();

  /** An account that nobody has used. */
  protected abstract AccountId account();

  /** What is traded: lots of 1000, ticks of 0.00001. */
  protected abstract InstrumentId instrument();

  /** Moves the market; sizes bound what a tick fills, 0 for no bound. */
  protected abstract void tick(String bid, String ask, String size);

  /** Ends the account's connection, not by the adapter's own doing. */
  protected abstract void breakConnection();

  /** What the session told. */
  final HeardNotices heard() {
    return heard;
  }

  /** Orders of the account. */
  final ContractOrders orders() {
    return orders;
  }

  /** Of the account, as it logged on first. */
  final VenueSession session() {
    return session;
  }

  /** Waits until it is so. */
  protected abstract void eventually(Assertion assertion);

  /** Something that is to become true. */
  @FunctionalInterface
  protected interface Assertion {
    /** Throws while it is not. */
    void hold() throws Exception;
  }

  @BeforeEach
  void logOn() throws IOException {
    orders = new ContractOrders(account(), instrument());
    tick("1.10000", "1.10010", "0");
    session = connector().connect(account(), 1, heard);
  }

  @Test
  void accountBeginsWithItsDepositAndNothingElse() throws IOException {
    List<CashDeposited> deposits = session.deposits();
    assertThat(deposits).isNotEmpty();
    assertThat(session.cash())
        .isEqualTo(
            List.of(
                deposits.stream().map(CashDeposited::amount).reduce(Money::plus).orElseThrow()));
    assertThat(session.positions()).isEmpty();
    assertThat(session.openOrders()).isEmpty();
    assertThat(session.fillsSince(0)).isEmpty();
  }

  @Test
  void orderIsAcceptedThenFilledUnderRisingSequences() throws IOException {
    SubmitOrder order = market("2000");
    session.submit(order);
    awaitStatus(order, Status.WORKING);
    tick("1.10000", "1.10020", "0");
    eventually(() -> assertThat(heard.all()).hasSize(2));

    assertThat(heard.all())
        .extracting(VenueNotice::clientOrderId)
        .containsOnly(order.clientOrderId());
    var accepted = (VenueNotice.Accepted) heard.all().getFirst();
    var fill = (VenueNotice.Filled) heard.all().getLast();
    assertThat(fill.sequence()).isGreaterThan(accepted.sequence());
    assertThat(fill.lastQuantity()).isEqualByComparingTo(Quantity.of("2000"));
    assertThat(fill.lastPrice()).isEqualByComparingTo(Price.of("1.10020"));
    assertThat(session.fillsSince(0)).containsExactly(fill);
    assertThat(session.fillsSince(fill.sequence())).isEmpty();
    assertThat(session.positions().get(instrument())).isEqualByComparingTo(Quantity.of("2000"));
    assertThat(query(order).orElseThrow().status()).isEqualTo(Status.FILLED);
  }

  @Test
  void partialFillsAddUpAndTheRestWorksOn() throws IOException {
    SubmitOrder order = limit("3000", "1.10050");
    session.submit(order);
    awaitStatus(order, Status.WORKING);
    tick("1.10000", "1.10010", "1000");
    eventually(() -> assertThat(heard.all(VenueNotice.Filled.class)).hasSize(1));
    VenueOrderReport report = query(order).orElseThrow();
    assertThat(report.status()).isEqualTo(Status.WORKING);
    assertThat(report.cumulativeQuantity()).isEqualByComparingTo(Quantity.of("1000"));

    tick("1.10000", "1.10010", "0");
    eventually(() -> assertThat(heard.all(VenueNotice.Filled.class)).hasSize(2));
    assertThat(heard.all(VenueNotice.Filled.class))
        .extracting(VenueNotice.Filled::executionId)
        .doesNotHaveDuplicates();
    assertThat(query(order).orElseThrow().cumulativeQuantity())
        .isEqualByComparingTo(Quantity.of("3000"));
  }

  @Test
  void sameNameIsOneOrderHoweverOftenItComes() throws IOException {
    SubmitOrder order = market("1000");
    session.submit(order);
    session.submit(order);
    awaitStatus(order, Status.WORKING);
    assertThat(session.openOrders()).hasSize(1);
    tick("1.10000", "1.10010", "0");
    eventually(() -> assertThat(query(order).orElseThrow().status()).isEqualTo(Status.FILLED));
    session.submit(order);
    assertThat(session.openOrders()).isEmpty();
    tick("1.10000", "1.10010", "0");
    assertThat(session.positions().get(instrument())).isEqualByComparingTo(Quantity.of("1000"));
    assertThat(session.fillsSince(0)).hasSize(1);
  }

  @Test
  void refusalNamesItsReasonAndIsFinal() throws IOException {
    SubmitOrder order = market("1");
    session.submit(order);
    eventually(() -> assertThat(heard.all()).hasSize(1));
    var refused = (VenueNotice.Rejected) heard.all().getFirst();
    assertThat(refused.code()).isNotBlank();
    assertThat(query(order).map(VenueOrderReport::status)).contains(Status.REJECTED);
  }

  @Test
  void cancelEndsWhatIsOpenAndNothingElse() throws IOException {
    SubmitOrder order = limit("1000", "1.00000");
    session.submit(order);
    awaitStatus(order, Status.WORKING);
    session.cancel(order.clientOrderId(), "contract");
    eventually(() -> assertThat(heard.all(VenueNotice.Canceled.class)).hasSize(1));
    assertThat(session.openOrders()).isEmpty();
    assertThat(query(order).orElseThrow().status()).isEqualTo(Status.CANCELED);

    SubmitOrder filled = market("1000");
    session.submit(filled);
    awaitStatus(filled, Status.WORKING);
    tick("1.10000", "1.10010", "0");
    awaitStatus(filled, Status.FILLED);
    session.cancel(filled.clientOrderId(), "too late");
    session.cancel(market("1000").clientOrderId(), "never sent");
    eventually(() -> assertThat(heard.all(VenueNotice.CancelRejected.class)).hasSize(2));
    assertThat(query(filled).orElseThrow().status()).isEqualTo(Status.FILLED);
  }

  @Test
  void newValuesMakeANewNameAndTheOldOneIsForgotten() throws IOException {
    SubmitOrder order = limit("1000", "1.00000");
    session.submit(order);
    awaitStatus(order, Status.WORKING);
    ReplaceOrder replacement = orders.replacing(order, "2000");
    session.replace(replacement);
    eventually(() -> assertThat(heard.all(VenueNotice.Replaced.class)).hasSize(1));
    VenueNotice.Replaced told = heard.all(VenueNotice.Replaced.class).getFirst();
    assertThat(told.clientOrderId()).isEqualTo(order.clientOrderId());
    assertThat(told.newClientOrderId()).isEqualTo(replacement.newClientOrderId());
    assertThat(told.quantity()).isEqualByComparingTo(Quantity.of("2000"));
    assertThat(query(order)).isEmpty();
    assertThat(session.openOrders())
        .extracting(VenueOrderReport::clientOrderId)
        .containsExactly(replacement.newClientOrderId());
  }

  @Test
  void newValuesForWhatDoesNotWorkAreRefused() throws IOException {
    SubmitOrder order = market("1000");
    session.replace(orders.replacing(order, "2000"));
    eventually(() -> assertThat(heard.all(VenueNotice.ReplaceRejected.class)).hasSize(1));
    assertThat(heard.all(VenueNotice.ReplaceRejected.class).getFirst().clientOrderId())
        .isEqualTo(order.clientOrderId());
    assertThat(session.openOrders()).isEmpty();
  }

  @Test
  void fillsOfATimeWithoutSessionAreFoundInOrder() throws IOException {
    SubmitOrder first = limit("1000", "1.09000");
    SubmitOrder second = limit("2000", "1.08000");
    session.submit(first);
    session.submit(second);
    awaitStatus(second, Status.WORKING);
    session.close();
    tick("1.08980", "1.08990", "0");
    tick("1.07980", "1.07990", "0");
    VenueSession next = connector().connect(account(), 1, new HeardNotices());
    eventually(
        () ->
            assertThat(next.fillsSince(0))
                .extracting(VenueNotice.OfFill::clientOrderId)
                .containsExactly(first.clientOrderId(), second.clientOrderId()));
    assertThat(next.query(first.clientOrderId()).orElseThrow().status()).isEqualTo(Status.FILLED);
    next.close();
  }

  @Test
  void brokenConnectionIsToldOnceAndNoAnswerIsNeverAnEmptyOne() {
    breakConnection();
    eventually(() -> assertThat(heard.ends()).isEqualTo(1));
    assertThatThrownBy(() -> query(market("1000"))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> session.openOrders()).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> session.fillsSince(0)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> session.positions()).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> session.submit(market("1000"))).isInstanceOf(IOException.class);
    session.close();
    assertThat(heard.ends()).isEqualTo(1);
  }

  @Test
  void nothingOfAnEarlierSessionArrivesOnceALaterOneStands() throws IOException {
    VenueSession next = connector().connect(account(), 1, new HeardNotices());
    SubmitOrder late = market("1000");
    try {
      session.submit(late);
    } catch (IOException expected) {
      // It may also be refused here already.
    }
    eventually(() -> assertThat(heard.ends()).isEqualTo(1));
    tick("1.10000", "1.10010", "0");
    assertThat(next.openOrders()).isEmpty();
    assertThat(next.query(late.clientOrderId()).map(VenueOrderReport::status))
        .isNotEqualTo(Optional.of(Status.WORKING))
        .isNotEqualTo(Optional.of(Status.FILLED));
    assertThat(next.fillsSince(0)).isEmpty();
    next.close();
  }

  @Test
  void olderEpochIsRefusedForGood() throws IOException {
    VenueSession newer = connector().connect(account(), 5, new HeardNotices());
    assertThatThrownBy(() -> connector().connect(account(), 4, new HeardNotices()))
        .isInstanceOf(IOException.class);
    assertThat(newer.openOrders()).isEmpty();
    newer.close();
    assertThatThrownBy(() -> connector().connect(account(), 4, new HeardNotices()))
        .isInstanceOf(IOException.class);
  }

  final void awaitStatus(SubmitOrder order, Status status) {
    eventually(() -> assertThat(query(order).map(VenueOrderReport::status)).contains(status));
  }

  private Optional<VenueOrderReport> query(SubmitOrder order) throws IOException {
    return session.query(order.clientOrderId());
  }

  private SubmitOrder market(String quantity) {
    return orders.market(quantity);
  }

  private SubmitOrder limit(String quantity, String price) {
    return orders.limit(quantity, price);
  }
}
