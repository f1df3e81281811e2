package io.palmyra.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a service closes is taken from the sources that held it. */
class ServiceClosesTests {
  private static final SignalSource PROTECTION = new SignalSource("service:protection");
  private static final Holding A = holding("strategy:a");
  private static final Holding B = holding("strategy:b");
  private static final Holding SHORT = holding("strategy:c");
  private static final Holding SERVICE = holding("service:protection");

  private final RiskState state =
      new RiskState(
          RiskWorld.PAPER,
          RiskWorld.USD,
          new SavedState(
              Map.of(RiskWorld.EURUSD, Quantity.of("4000")),
              Map.of(A, Quantity.of("3000"), B, Quantity.of("2000"), SHORT, Quantity.of("-1000")),
              List.of(),
              List.of(),
              List.of()));

  @Test
  void holdersGiveInTurnAndThoseOnTheOtherSideDoNot() {
    state.move(RiskWorld.EURUSD, PROTECTION, Side.SELL, Quantity.of("4000"));
    assertThat(changes()).isEqualTo(Map.of(A, "0", B, "1000"));
    assertThat(state.position(RiskWorld.EURUSD)).isEqualByComparingTo(Quantity.ZERO);
  }

  @Test
  void whatNobodyHeldIsTheServicesOwn() {
    state.move(RiskWorld.EURUSD, PROTECTION, Side.SELL, Quantity.of("6000"));
    assertThat(changes()).isEqualTo(Map.of(A, "0", B, "0", SERVICE, "-1000"));
  }

  @Test
  void aStrategyTakesFromNobody() {
    state.move(RiskWorld.EURUSD, A.source(), Side.SELL, Quantity.of("4000"));
    assertThat(changes()).isEqualTo(Map.of(A, "-1000"));
  }

  private Map<Holding, String> changes() {
    var changes = new java.util.HashMap<Holding, String>();
    state.takeChanges().holdings().forEach((holding, held) -> changes.put(holding, held + ""));
    return changes;
  }

  private static Holding holding(String source) {
    return new Holding(new SignalSource(source), RiskWorld.EURUSD);
  }
}
