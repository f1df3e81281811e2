package io.palmyra.core.strategy;

import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.signal.CancelRequested;
import io.palmyra.contracts.signal.EntryProposed;
import io.palmyra.contracts.signal.ExitProposed;
import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.contracts.signal.OrderRequested;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.value.Price;
import java.time.Instant;
import java.util.List;

/** Turns proposals into signals with an instance's name on them. */
final class SignalWriter {
  private final RunnerSettings settings;
  private final SignalSource source;

  SignalWriter(RunnerSettings settings) {
    this.settings = settings;
    this.source = settings.source();
  }

  Signal write(
      Proposal proposal,
      SignalId id,
      Instant validUntil,
      List<InputOffset> inputs,
      InstrumentDefined definition) {
    var account = settings.account();
    return switch (proposal) {
      case Proposal.Entry entry ->
          new EntryProposed(
              id,
              account,
              source,
              entry.instrument(),
              entry.side(),
              entry.strength(),
              inTicks(entry.stopDistance(), definition),
              validUntil,
              inputs);
      case Proposal.Exit exit ->
          new ExitProposed(
              id, account, source, exit.instrument(), exit.reason(), validUntil, inputs);
      case Proposal.ExactOrder order ->
          new OrderRequested(
              id,
              account,
              source,
              order.instrument(),
              order.side(),
              order.type(),
              order.quantity(),
              order.limitPrice(),
              order.stopPrice(),
              order.trailingOffset(),
              order.timeInForce(),
              order.reduceOnly(),
              null,
              null,
              validUntil,
              inputs);
      case Proposal.Cancel cancel ->
          new CancelRequested(
              id, account, source, cancel.instrument(), cancel.clientOrderId(), validUntil, inputs);
    };
  }

  /** A distance as a whole number of ticks, rounded up, one at least. */
  static Price inTicks(double distance, InstrumentDefined definition) {
    Price tick = definition.tickSize();
    // The small part taken off keeps 3 ticks, computed as 3.0000000001, from becoming 4.
    long ticks = Math.max(1, (long) Math.ceil(distance / tick.toDouble() - 1e-6));
    return new Price(Math.multiplyExact(ticks, tick.mantissa()), tick.scale())
        .atScale(definition.priceScale());
  }
}
