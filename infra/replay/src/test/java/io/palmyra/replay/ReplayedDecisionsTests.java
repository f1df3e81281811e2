package io.palmyra.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.decision.SignalDecision;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.signal.ExitProposed;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Price;
import io.palmyra.core.risk.Market;
import io.palmyra.core.risk.RiskDecider;
import io.palmyra.core.risk.RiskState;
import io.palmyra.core.risk.RiskView;
import io.palmyra.core.risk.SavedState;
import io.palmyra.core.risk.Standing;
import io.palmyra.platform.codec.MessageCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayedDecisionsTests {
  private static final AccountId PAPER = new AccountId("paper");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final List<String> told = new ArrayList<>();
  private final ReplayedDecisions replayed = new ReplayedDecisions("", told::add);

  /** A denial, since control is not known, as it stands on the topic. */
  private static String denied() {
    var source = new SignalSource("strategy:sma");
    var exit =
        new ExitProposed(
            SignalId.of(source, PAPER, "1"),
            PAPER,
            source,
            new InstrumentId("EURUSD.SIM"),
            "CROSS",
            NOON.plusSeconds(5),
            List.of());
    SignalDecision made =
        RiskDecider.decide(
                new RiskState(PAPER, Currency.USD, SavedState.NONE),
                exit,
                new RiskView(
                    new NoMarket(),
                    null,
                    null,
                    Standing.NORMAL,
                    NOON,
                    NOON,
                    Duration.ofSeconds(5),
                    List.of()))
            .orElseThrow()
            .decision();
    return new String(
        new MessageCodec().encode(new Envelope<>("1", NOON, NOON, null, 1L, made)), UTF_8);
  }

  private record NoMarket() implements Market {
    @Override
    public @Nullable InstrumentDefined instrument(InstrumentId instrument) {
      return null;
    }

    @Override
    public @Nullable Quoted quote(InstrumentId instrument) {
      return null;
    }

    @Override
    public Optional<Price> rate(Currency from, Currency to, Instant now) {
      return Optional.empty();
    }
  }

  private void take(ReplayedDecisions into, String value) {
    into.take(new ConsumerRecord<>("decisions", 5, 7, "paper", value));
  }

  @Test
  void aDecisionAsItWasMadeIsTheSame() {
    take(replayed, denied());

    assertThat(told).isEmpty();
    assertThat(replayed.allSame()).isTrue();
    assertThat(replayed.summary()).startsWith("1 decisions made again: 1 the same, 0 DIFFERENT");
  }

  @Test
  void aDecisionThatWasAlteredIsToldWithItsFields() {
    String altered = denied().replace("\"code\":\"HALTED\"", "\"code\":\"EXPIRED\"");
    take(replayed, altered);

    assertThat(told)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("DIFFERENT decisions-5@7 signal "),
            second ->
                assertThat(second)
                    .isEqualTo("  body.code: recorded \"EXPIRED\", made again \"HALTED\""));
    assertThat(replayed.allSame()).isFalse();
  }

  @Test
  void aRecordWithoutAllThatWasReadIsNoneToTrust() {
    String whole = denied();
    int basis = whole.indexOf(",\"basis\":");
    assertThat(basis).isPositive();
    // The rest of the record: the end of what was used, of the body and of the envelope.
    take(replayed, whole.substring(0, basis) + "}}}");

    assertThat(told)
        .singleElement()
        .asString()
        .startsWith("UNREPEATABLE decisions-5@7")
        .endsWith("a release that did not keep all that it read");
    assertThat(replayed.allSame()).isFalse();
  }

  @Test
  void aRecordThatCannotBeReadIsTold() {
    take(replayed, "{\"type\":\"signal-denied\"}");

    assertThat(told).singleElement().asString().startsWith("UNREADABLE decisions-5@7");
    assertThat(replayed.allSame()).isFalse();
  }

  @Test
  void othersThanTheAccountAskedForAreLeftOut() {
    var ofMargin = new ReplayedDecisions("margin", told::add);
    take(ofMargin, "{}");

    assertThat(told).isEmpty();
    assertThat(ofMargin.summary()).startsWith("0 decisions");
  }
}
