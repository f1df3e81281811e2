package io.palmyra.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.decision.DecisionBasis;
import io.palmyra.contracts.decision.DecisionInputs;
import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.decision.SignalDenied;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.risk.sizing.Sizing;
import io.palmyra.core.risk.sizing.TripRecord;
import io.palmyra.core.risk.sizing.Yardstick;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * That decisions can be made again is looked at wherever a test makes one ({@link Replayed}); here
 * is what is told of a record that was changed or is not whole.
 */
class DecisionReplayTests {
  private final RiskWorld world = new RiskWorld();

  private SignalAccepted accepted() {
    return (SignalAccepted) world.decided(world.entry(Side.BUY, "0.01")).decision();
  }

  @Test
  void aChangedOrderIsTold() {
    SignalAccepted made = accepted();

    assertThat(DecisionReplay.of(with(made, null, made.used())))
        .isEqualTo(new DecisionReplay.Different(made));
  }

  @Test
  void aDenialInPlaceOfWhatPassesIsTold() {
    SignalAccepted made = accepted();
    var changed =
        new SignalDenied(
            made.signalId(),
            made.account(),
            made.source(),
            made.instrument(),
            "ORDER_VALUE",
            "found 1, allowed 0",
            made.order(),
            made.checks(),
            made.used());

    assertThat(DecisionReplay.of(changed)).isEqualTo(new DecisionReplay.Different(made));
  }

  @ParameterizedTest
  @ValueSource(strings = {"maximumOrderQuantity", "riskFraction"})
  void aLimitThatWasAnotherIsTold(String name) {
    SignalAccepted made = accepted();
    DecisionInputs used = made.used();
    Map<String, String> limits = new HashMap<>(used.limits());
    limits.put(name, "0.001");

    assertThat(DecisionReplay.of(with(made, used.equity(), limits)))
        .isInstanceOf(DecisionReplay.Different.class);
  }

  @Test
  void anEquityThatWasAnotherIsTold() {
    SignalAccepted made = accepted();

    assertThat(
            DecisionReplay.of(with(made, Money.of("50000", RiskWorld.USD), made.used().limits())))
        .isInstanceOf(DecisionReplay.Different.class);
  }

  @Test
  void aLimitThatIsMissingIsNamed() {
    SignalAccepted made = accepted();
    Map<String, String> limits = new HashMap<>(made.used().limits());
    limits.remove("priceCollar");

    assertThat(DecisionReplay.of(with(made, made.used().equity(), limits)))
        .isEqualTo(
            new DecisionReplay.Unrepeatable(
                "its record is not whole: limit priceCollar is not in the record"));
  }

  @Test
  void recordsOfReleasesThatKeptLessAreToldApart() {
    SignalAccepted made = accepted();
    DecisionInputs less = inputs(made.used(), made.used().equity(), made.used().limits(), null);

    assertThat(DecisionReplay.of(with(made, less))).isInstanceOf(DecisionReplay.Unrepeatable.class);
  }

  @Test
  void whatSizesAnEntryIsReadBack() {
    var kelly = new Sizing.CappedKelly(Quantity.of("0.5"), 2, Quantity.of("0.002"));
    var target = new Sizing.VolatilityTarget(Duration.ofMinutes(1), 14, Quantity.of("2"));
    for (Yardstick yardstick :
        new Yardstick[] {
          new Yardstick(kelly, null, new TripRecord(3, 1, Quantity.of("0.25"))),
          new Yardstick(target, Price.of("0.00120"), TripRecord.NONE),
          new Yardstick(target, null, TripRecord.NONE)
        }) {
      var standing =
          new Standing(
              RiskTier.WARNING, Quantity.of("0.5"), Money.of("20000", RiskWorld.USD), yardstick);

      var read = new RecordedLimits(RecordedLimits.byName(world.limits, standing));

      assertThat(read.standing(RiskTier.WARNING)).isEqualTo(standing);
      assertThat(read.limits()).isEqualTo(world.limits);
    }
  }

  private static SignalAccepted with(
      SignalAccepted made, @Nullable Money equity, Map<String, String> limits) {
    DecisionInputs used = made.used();
    return with(made, inputs(used, equity, limits, used.basis()));
  }

  private static DecisionInputs inputs(
      DecisionInputs used,
      @Nullable Money equity,
      Map<String, String> limits,
      @Nullable DecisionBasis basis) {
    return new DecisionInputs(
        used.decidedAt(),
        used.quote(),
        used.conversionRate(),
        used.position(),
        used.workingBuy(),
        used.workingSell(),
        equity,
        used.tier(),
        used.halts(),
        limits,
        used.offsets(),
        basis);
  }

  private static SignalAccepted with(SignalAccepted made, DecisionInputs used) {
    return with(made, made.order(), used);
  }

  private static SignalAccepted with(
      SignalAccepted made, @Nullable OrderDraft order, DecisionInputs used) {
    return new SignalAccepted(
        made.signalId(),
        made.account(),
        made.source(),
        made.instrument(),
        made.clientOrderId(),
        order,
        made.checks(),
        used);
  }
}
