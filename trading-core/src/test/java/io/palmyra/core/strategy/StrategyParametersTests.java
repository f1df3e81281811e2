package io.palmyra.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StrategyParametersTests {
  private final StrategyDescriptor smaCross =
      StrategyCatalogue.builtIn().find("sma-cross").orElseThrow().descriptor();

  @Test
  void refusesAValueOutOfBoundsNamingFieldValueAndBound() {
    assertThat(refused(Map.of("fast", "0")))
        .containsExactly(new Refusal("fast", "0", "a whole number from 1 to 500"));
  }

  @Test
  void refusesEveryBadValueAtOnce() {
    assertThat(refused(Map.of("slow", "many", "direction", "UP", "stopAtrs", "1e99999999")))
        .extracting(Refusal::field)
        .containsExactlyInAnyOrder("slow", "direction", "stopAtrs");
  }

  @Test
  void refusesAnUnknownParameter() {
    assertThat(refused(Map.of("speed", "9"))).extracting(Refusal::field).containsExactly("speed");
  }

  @Test
  void refusesWhatOnlyTwoParametersTogetherShow() {
    assertThat(refused(Map.of("fast", "30", "slow", "30")))
        .containsExactly(new Refusal("fast", "30", "below slow, which is 30"));
  }

  @Test
  void fillsInDefaultsWhichAreAllowedThemselves() {
    for (StrategyType type : StrategyCatalogue.builtIn().all()) {
      assertThat(type.descriptor().validate(Map.of()))
          .as(type.descriptor().id())
          .isInstanceOf(Validated.Accepted.class);
    }
  }

  @Test
  void whatWasAcceptedIsAcceptedAgainFromItsTexts() {
    var once = (Validated.Accepted) smaCross.validate(Map.of("fast", "5", "slow", "15"));
    assertThat(smaCross.validate(once.parameters().texts())).isEqualTo(once);
  }

  private java.util.List<Refusal> refused(Map<String, String> given) {
    return ((Validated.Refused) smaCross.validate(given)).refusals();
  }
}
