package io.palmyra.contracts.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.contracts.TextValue;
import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.value.Currency;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdTests {
  private static final VenueId VENUE = new VenueId("SIMULATED");
  private static final AccountId PAPER = new AccountId("paper");
  private static final StrategyInstanceId SMA = new StrategyInstanceId("sma-eurusd");

  private static final Map<String, Function<String, TextValue>> KINDS =
      Map.ofEntries(
          Map.entry("account", AccountId::new),
          Map.entry("order", ClientOrderId::new),
          Map.entry("execution", ExecutionId::new),
          Map.entry("halt", HaltId::new),
          Map.entry("instrument", InstrumentId::new),
          Map.entry("source", SignalSource::new),
          Map.entry("strategy", StrategyInstanceId::new),
          Map.entry("venue", VenueId::new),
          Map.entry("scope", HaltScope::new),
          Map.entry("currency", Currency::new));

  @Test
  void theSameCauseGivesTheSameId() {
    assertThat(FillId.of(VENUE, PAPER, new ExecutionId("E1")))
        .isEqualTo(FillId.of(new VenueId("SIMULATED"), PAPER, new ExecutionId("E1")));
    assertThat(SignalId.of(SMA, "bars-3@1042", 0)).isEqualTo(SignalId.of(SMA, "bars-3@1042", 0));
  }

  @Test
  void idsStayWhatTheyWereInEveryRelease() {
    SignalId signal = SignalId.of(SMA, "bars-3@1042", 0);

    assertThat(signal.value()).isEqualTo("b93efa0671de580ee6f78857d7faa5a5");
    assertThat(ClientOrderId.of(signal, 0, 0, 0).value())
        .isEqualTo("15e1be7337a57f3179f454779f99dcde");
    assertThat(FillId.of(VENUE, PAPER, new ExecutionId("E1")).value())
        .isEqualTo("50e85a137b368d84f8697b3970dfe095");
    assertThat(SignalId.of(new SignalSource("person:alice"), PAPER, "key").value())
        .isEqualTo("c605eaf5720b7f9099fff0d6c3cf2655");
  }

  @Test
  void anotherCauseGivesAnotherId() {
    Set<String> ids = new HashSet<>();
    int made = 0;
    for (int input = 0; input < 40; input++) {
      for (int ordinal = 0; ordinal < 4; ordinal++) {
        SignalId signal = SignalId.of(SMA, "bars-3@" + input, ordinal);
        ids.add(signal.value());
        made++;
        for (int leg = 0; leg < 3; leg++) {
          for (int slice = 0; slice < 3; slice++) {
            for (int revision = 0; revision < 3; revision++) {
              ids.add(ClientOrderId.of(signal, leg, slice, revision).value());
              made++;
            }
          }
        }
      }
    }
    assertThat(ids).hasSize(made);
  }

  @Test
  void partsAreKeptApart() {
    assertThat(Derivation.derive("ab", "c")).isNotEqualTo(Derivation.derive("a", "bc"));
    assertThat(Derivation.derive("a", "")).isNotEqualTo(Derivation.derive("a"));
    assertThat(ClientOrderId.of(SignalId.of(SMA, "x", 1), 1, 11, 0))
        .isNotEqualTo(ClientOrderId.of(SignalId.of(SMA, "x", 1), 11, 1, 0));
  }

  @Test
  void anInstrumentKnowsItsSymbolAndVenue() {
    var instrument = new InstrumentId("BTC-PERP:USD.BYBIT_2");

    assertThat(instrument.symbol()).isEqualTo("BTC-PERP:USD");
    assertThat(instrument.venue()).isEqualTo(new VenueId("BYBIT_2"));
    assertThat(InstrumentId.of("BTC-PERP:USD", new VenueId("BYBIT_2"))).isEqualTo(instrument);
  }

  @Test
  void aScopeCoversWhatItNames() {
    var eurusd = new InstrumentId("EURUSD.SIM");
    var source = new SignalSource("strategy:sma-eurusd");
    var other = new AccountId("live");

    assertThat(HaltScope.ALL.covers(other, eurusd, source)).isTrue();
    assertThat(HaltScope.of(PAPER).covers(PAPER, eurusd, source)).isTrue();
    assertThat(HaltScope.of(PAPER).covers(other, eurusd, source)).isFalse();
    assertThat(HaltScope.of(SMA).covers(other, eurusd, source)).isTrue();
    assertThat(HaltScope.of(SMA).covers(PAPER, eurusd, new SignalSource("person:sma-eurusd")))
        .isFalse();
    assertThat(HaltScope.of(eurusd).covers(PAPER, eurusd, source)).isTrue();
    assertThat(HaltScope.of(eurusd).covers(PAPER, new InstrumentId("GBPUSD.SIM"), source))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "account,''",
        "account,Paper",
        "account,-a",
        "account,a b",
        "account,a/b",
        "account,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "order,0123456789ABCDEF0123456789ABCDEF",
        "order,0123",
        "execution,a b",
        "execution,''",
        "halt,all/initial",
        "instrument,EURUSD",
        "instrument,eurusd.SIM",
        "instrument,.SIM",
        "instrument,EURUSD.",
        "instrument,EUR.USD.SIM",
        "source,alice",
        "source,person:",
        "source,robot:x",
        "strategy,A",
        "venue,sim",
        "venue,1SIM",
        "scope,ALL",
        "scope,account:",
        "scope,account:A",
        "scope,everything",
        "currency,usd",
        "currency,U"
      })
  void refusesTextsByNameValueAndRule(String kind, String text) {
    Function<String, TextValue> constructor = KINDS.get(kind);

    assertThatThrownBy(() -> constructor.apply(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining(" is not ");
  }
}
