package io.palmyra.core.risk;

import io.palmyra.contracts.decision.AccountSnapshot;
import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.decision.RestingOrder;
import io.palmyra.contracts.decision.StrategyHolding;
import io.palmyra.contracts.decision.ValuesElsewhere;
import io.palmyra.contracts.decision.VolumesByTime;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.risk.parent.VolumeProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads it from the account's state and the market as they are now. */
final class LiveBackground implements Background.Source {
  static final Duration RATE_WINDOW = Duration.ofSeconds(1);

  private final RiskState state;
  private final Signal signal;
  private final Market market;
  private final Instant now;
  private final @Nullable OpenOrder replaced;

  /**
   * @param replaced the order in whose place one comes, which does not count beside it; null if it
   *     is new
   */
  LiveBackground(RiskState state, Signal signal, RiskView view, @Nullable OpenOrder replaced) {
    this.state = state;
    this.signal = signal;
    this.market = view.market();
    this.now = view.now();
    this.replaced = replaced;
  }

  @Override
  public AccountSnapshot account(OrderDraft draft, Ground ground) {
    SignalSource source = signal.source();
    Flow flow = state.flow();
    return new AccountSnapshot(
        elsewhere(draft.instrument(), state.exposures(replaced)),
        source.isStrategy() ? held(draft.instrument()) : null,
        flow.firstMid(draft.instrument(), now.minus(ground.limits().flow().walkWindow()))
            .orElse(null),
        flow.sentBy(source, now.minus(RATE_WINDOW)),
        flow.sent(now.minus(RATE_WINDOW)),
        state.sinceSame(source, draft, now).orElse(null),
        nearestOpposing(draft));
  }

  @Override
  public @Nullable VolumesByTime volumes() {
    VolumeProfile profile = market.volumes(signal.instrument());
    return profile == null ? null : profile.known();
  }

  private StrategyHolding held(InstrumentId instrument) {
    Map<InstrumentId, Exposure> exposures = state.exposuresOf(signal.source(), replaced);
    Exposure here = exposures.getOrDefault(instrument, Exposure.NONE);
    return new StrategyHolding(
        here.position(), here.workingBuy(), here.workingSell(), elsewhere(instrument, exposures));
  }

  private ValuesElsewhere elsewhere(
      InstrumentId instrument, Map<InstrumentId, Exposure> exposures) {
    return Stake.elsewhere(instrument, exposures, market, state.currency(), now);
  }

  /** The own order that an order would meet first. */
  private @Nullable RestingOrder nearestOpposing(OrderDraft draft) {
    Comparator<RestingOrder> byLimit = Comparator.comparing(RestingOrder::limit);
    return state.limited().stream()
        .filter(own -> own.instrument().equals(draft.instrument()))
        .filter(own -> own.side() != draft.side() && own.open().signum() > 0)
        .flatMap(LiveBackground::resting)
        .min(draft.side() == Side.BUY ? byLimit : byLimit.reversed())
        .orElse(null);
  }

  private static Stream<RestingOrder> resting(OpenOrder own) {
    Price limit = own.draft().limitPrice();
    return limit == null ? Stream.of() : Stream.of(new RestingOrder(own.id(), limit));
  }
}
