package io.palmyra.execution.outbound.simulated;

import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.venue.VenueEvent;
import io.palmyra.core.venue.VenueOrder;
import io.palmyra.core.venue.VenueOrderRequest;
import io.palmyra.core.venue.VenueRecord;
import io.palmyra.core.venue.protocol.ClientFrame;
import io.palmyra.core.venue.protocol.ServerFrame;
import io.palmyra.execution.application.VenueNotice;
import io.palmyra.execution.application.VenueOrderReport;
import java.util.Optional;

/** Translates between the venue's words and ours. */
final class Notices {
  private Notices() {}

  static Optional<VenueNotice> of(VenueRecord record) {
    long sequence = record.sequence();
    return switch (record.event()) {
      case VenueEvent.Opened _,
          VenueEvent.LoggedOn _,
          VenueEvent.StopTrailed _,
          VenueEvent.StopMet _ ->
          Optional.empty();
      case VenueEvent.Accepted accepted ->
          Optional.of(
              new VenueNotice.Accepted(
                  accepted.request().clientOrderId(), sequence, accepted.venueOrderId()));
      case VenueEvent.Refused refused ->
          Optional.of(
              new VenueNotice.Rejected(
                  refused.request().clientOrderId(), sequence, refused.code(), refused.detail()));
      case VenueEvent.Executed _, VenueEvent.Busted _ -> Optional.of(ofFill(record));
      case VenueEvent.Canceled canceled ->
          Optional.of(
              new VenueNotice.Canceled(canceled.clientOrderId(), sequence, canceled.reason()));
      case VenueEvent.Expired expired ->
          Optional.of(new VenueNotice.Expired(expired.clientOrderId(), sequence));
      case VenueEvent.Replaced replaced ->
          Optional.of(
              new VenueNotice.Replaced(
                  replaced.clientOrderId(),
                  sequence,
                  replaced.newClientOrderId(),
                  replaced.quantity(),
                  replaced.limitPrice(),
                  replaced.stopPrice()));
    };
  }

  static VenueNotice.OfFill ofFill(VenueRecord record) {
    return switch (record.event()) {
      case VenueEvent.Executed executed -> fill(record, executed);
      case VenueEvent.Busted busted ->
          new VenueNotice.Corrected(
              busted.clientOrderId(),
              record.sequence(),
              busted.executionId(),
              Quantity.ZERO,
              null,
              Money.zero(busted.returnedFee().currency()),
              record.at());
      default -> throw new IllegalArgumentException("no fill: " + record);
    };
  }

  private static VenueNotice.Filled fill(VenueRecord record, VenueEvent.Executed executed) {
    return new VenueNotice.Filled(
        executed.clientOrderId(),
        record.sequence(),
        executed.venueOrderId(),
        executed.executionId(),
        executed.lastQuantity(),
        executed.lastPrice(),
        executed.fee(),
        executed.liquidity(),
        record.at());
  }

  static Optional<VenueNotice> refusal(ClientFrame.Request request, ServerFrame.Refused refused) {
    return switch (request) {
      case ClientFrame.Submit submit ->
          Optional.of(
              new VenueNotice.Rejected(
                  submit.order().clientOrderId(), 0, refused.code(), refused.detail()));
      case ClientFrame.Cancel cancel ->
          Optional.of(
              new VenueNotice.CancelRejected(
                  cancel.clientOrderId(), 0, refused.code(), refused.detail()));
      case ClientFrame.Replace replace ->
          Optional.of(
              new VenueNotice.ReplaceRejected(
                  replace.clientOrderId(), 0, refused.code(), refused.detail()));
      case ClientFrame.LogOn _,
          ClientFrame.QueryOrder _,
          ClientFrame.OpenOrders _,
          ClientFrame.FillsSince _,
          ClientFrame.Positions _,
          ClientFrame.Cash _ ->
          Optional.empty();
    };
  }

  /** An order in the venue's words. */
  static VenueOrderRequest request(SubmitOrder order) {
    return new VenueOrderRequest(
        order.clientOrderId(),
        order.instrument(),
        order.side(),
        order.type(),
        order.quantity(),
        order.limitPrice(),
        order.stopPrice(),
        order.trailingOffset(),
        order.timeInForce(),
        order.reduceOnly());
  }

  /** What an account was opened with; empty for any other record. */
  static Optional<CashDeposited> deposit(VenueRecord record) {
    return record.event() instanceof VenueEvent.Opened opened
        ? Optional.of(
            new CashDeposited(
                record.account(), "opening-" + record.sequence(), opened.cash(), record.at()))
        : Optional.empty();
  }

  static VenueOrderReport report(VenueOrder order) {
    return new VenueOrderReport(
        order.request().clientOrderId(),
        order.venueOrderId(),
        switch (order.status()) {
          case WORKING -> VenueOrderReport.Status.WORKING;
          case FILLED -> VenueOrderReport.Status.FILLED;
          case CANCELED -> VenueOrderReport.Status.CANCELED;
          case REJECTED -> VenueOrderReport.Status.REJECTED;
          case EXPIRED -> VenueOrderReport.Status.EXPIRED;
        },
        order.cumulativeQuantity(),
        order.reason());
  }
}
