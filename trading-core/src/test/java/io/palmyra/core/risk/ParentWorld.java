package io.palmyra.core.risk;

import io.palmyra.contracts.decision.ChildReleased;
import io.palmyra.contracts.decision.ChildWithheld;
import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.decision.ParentEnded;
import io.palmyra.contracts.decision.SignalDenied;
import io.palmyra.contracts.fill.Liquidity;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.id.VenueOrderId;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.order.Bracket;
import io.palmyra.contracts.order.ExecutionAlgorithm;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.signal.OrderRequested;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.risk.parent.Parent;
import io.palmyra.core.risk.parent.VolumeProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parents and their children on a {@link RiskWorld}, in phrases. Quotes are fresh at any time. */
final class ParentWorld {
  final RiskWorld risk = new RiskWorld();
  final List<ParentStep> steps = new ArrayList<>();
  @Nullable VolumeProfile volumes;

  static OrderRequested asking(
      RiskWorld world,
      Side side,
      OrderType type,
      TimeInForce timeInForce,
      String quantity,
      @Nullable ExecutionAlgorithm algorithm,
      @Nullable Bracket bracket) {
    return new OrderRequested(
        world.nextSignal(),
        RiskWorld.PAPER,
        RiskWorld.SMA,
        RiskWorld.EURUSD,
        side,
        type,
        Quantity.of(quantity),
        type == OrderType.LIMIT ? Price.of("1.10000") : null,
        type == OrderType.STOP ? Price.of("1.10000") : null,
        null,
        timeInForce,
        false,
        algorithm,
        bracket,
        world.now.plusSeconds(10),
        List.of());
  }

  OrderRequested market(String quantity, ExecutionAlgorithm algorithm) {
    return asking(risk, Side.BUY, OrderType.MARKET, TimeInForce.IOC, quantity, algorithm, null);
  }

  OrderRequested limit(String quantity, ExecutionAlgorithm algorithm) {
    return asking(risk, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, quantity, algorithm, null);
  }

  /** The code of a denial, or ACCEPTED; then its parent is there. */
  String proposed(OrderRequested request) {
    RiskDecision made = RiskDecider.decide(risk.state, request, view()).orElseThrow();
    Replayed.same(made.decision());
    risk.state.apply(made);
    return made.decision() instanceof SignalDenied denied ? denied.code() : "ACCEPTED";
  }

  RiskView view() {
    var market =
        new Market() {
          @Override
          public io.palmyra.contracts.instrument.@Nullable InstrumentDefined instrument(
              io.palmyra.contracts.id.InstrumentId instrument) {
            return risk.instrument(instrument);
          }

          @Override
          public @Nullable Quoted quote(io.palmyra.contracts.id.InstrumentId instrument) {
            return risk.quote(instrument);
          }

          @Override
          public Optional<Price> rate(
              io.palmyra.contracts.value.Currency from,
              io.palmyra.contracts.value.Currency to,
              Instant now) {
            return risk.rate(from, to, now);
          }

          @Override
          public @Nullable VolumeProfile volumes(io.palmyra.contracts.id.InstrumentId instrument) {
            return volumes;
          }
        };
    return new RiskView(
        market,
        risk.accountLimits,
        risk.control,
        risk.standing,
        risk.now,
        RiskWorld.NOON,
        Duration.ofSeconds(5),
        List.of());
  }

  Parent parent() {
    return risk.state.parents().working().getFirst();
  }

  /** What comes next for the one parent, taken as made; empty if it waits. */
  Optional<ParentStep> step() {
    if (risk.state.parents().working().isEmpty()) {
      return Optional.empty();
    }
    Optional<ParentStep> step = ParentDecider.next(risk.state, parent(), view());
    step.ifPresent(
        made -> {
          Replayed.same(made.decision());
          risk.state.apply(made);
          steps.add(made);
        });
    return step;
  }

  /** Steps until nothing is left to do at this moment, and tells them in words. */
  List<String> now() {
    var told = new ArrayList<String>();
    for (Optional<ParentStep> step = step(); step.isPresent(); step = step()) {
      told.add(words(step.get()));
    }
    return told;
  }

  /** The same some time later, at a fresh quote. */
  List<String> after(Duration time) {
    risk.now = risk.now.plus(time);
    risk.quote("EURUSD.SIM", "1.10000", "1.10020");
    return now();
  }

  private static String words(ParentStep step) {
    return switch (step.decision()) {
      case ChildReleased child -> "released " + child.order().quantity();
      case ChildWithheld child -> "withheld " + child.code();
      case ParentEnded ended -> "ended " + ended.reason() + " filled " + ended.filled();
      case null -> "canceling " + step.commands().size();
    };
  }

  /** The child that went last. */
  OpenOrder child() {
    OrderDraft last =
        steps.stream().map(ParentStep::child).filter(each -> each != null).toList().getLast();
    return risk.state.find(last.clientOrderId());
  }

  /** A fill of a child up to a total. */
  OrderFilled filled(OpenOrder child, String last, String total) {
    Quantity cumulative = Quantity.of(total);
    var execution = new ExecutionId(child.id().value().substring(0, 8) + "-" + total);
    return new OrderFilled(
        child.id(),
        RiskWorld.PAPER,
        child.instrument(),
        RiskWorld.NOON,
        new VenueOrderId("v1"),
        child.signalId(),
        child.source(),
        child.side(),
        FillId.of(new VenueId("SIMULATED"), RiskWorld.PAPER, execution),
        execution,
        Quantity.of(last),
        Price.of("1.1"),
        cumulative,
        child.draft().quantity().minus(cumulative),
        Money.zero(RiskWorld.USD),
        Liquidity.TAKER,
        RiskWorld.NOON);
  }

  /** The last child fills whole. */
  void fills() {
    OpenOrder child = child();
    String all = child.draft().quantity().toString();
    risk.state.evolve(filled(child, all, all));
  }

  /** A minute bar so many minutes after a moment. */
  static BarClosed bar(Instant from, int minutes, String volume) {
    Price price = Price.of("1.1");
    return new BarClosed(
        RiskWorld.EURUSD,
        Duration.ofMinutes(1),
        from.plus(Duration.ofMinutes(minutes)),
        price,
        price,
        price,
        price,
        Quantity.of(volume),
        1);
  }
}
