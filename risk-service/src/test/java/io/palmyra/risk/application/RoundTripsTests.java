package io.palmyra.risk.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.fill.Liquidity;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.id.VenueOrderId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.instrument.SpotTerms;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.risk.sizing.OpenTrip;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A trip that protection ends is its strategy's, with its share of the fee. */
class RoundTripsTests {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final AccountId ACCOUNT = new AccountId("paper");
  private static final InstrumentId INSTRUMENT = new InstrumentId("X.SIM");
  private static final SignalSource A = new SignalSource("strategy:a");
  private static final SignalSource B = new SignalSource("strategy:b");

  private final Kept kept = new Kept();
  private final RoundTrips trips;

  RoundTripsTests() {
    var market = new MarketTable(Duration.ofMinutes(1));
    market.define(
        new InstrumentDefined(
            INSTRUMENT,
            "x",
            new Currency("EUR"),
            Currency.USD,
            2,
            Price.of("0.01"),
            0,
            Quantity.ONE,
            Quantity.ONE,
            Quantity.of("1000"),
            Quantity.ONE,
            new SpotTerms(),
            SessionCalendar.always()));
    trips = new RoundTrips(kept, market, () -> NOON);
  }

  @Test
  void protectionEndsTheTripsOfThoseWhoHeld() {
    fill(A, Side.BUY, "10", "5.00", "0");
    fill(B, Side.BUY, "30", "6.00", "0");
    fill(new SignalSource("service:protection"), Side.SELL, "40", "7.00", "4");
    trips.save();

    assertThat(kept.results)
        .containsExactlyInAnyOrder("strategy:a 19.00000000 USD", "strategy:b 27.00000000 USD");
    assertThat(trips.of(ACCOUNT, A).wins()).isEqualTo(1);
    assertThat(trips.of(ACCOUNT, new SignalSource("service:protection")).trips()).isZero();
  }

  @Test
  void aStrategysOwnExitEndsItsOwnTripAlone() {
    fill(A, Side.BUY, "10", "5.00", "0");
    fill(B, Side.BUY, "10", "5.00", "0");
    fill(A, Side.SELL, "10", "4.00", "0");
    trips.save();
    assertThat(kept.results).containsExactly("strategy:a -10.00000000 USD");
  }

  private void fill(SignalSource source, Side side, String quantity, String price, String fee) {
    SignalId signal = SignalId.of(source, ACCOUNT, quantity + price);
    var execution = new ExecutionId("e");
    trips.moved(
        new OrderFilled(
            ClientOrderId.of(signal, 0, 0, 0),
            ACCOUNT,
            INSTRUMENT,
            NOON,
            new VenueOrderId("v"),
            signal,
            source,
            side,
            FillId.of(new VenueId("SIMULATED"), ACCOUNT, execution),
            execution,
            Quantity.of(quantity),
            Price.of(price),
            Quantity.of(quantity),
            Quantity.ZERO,
            Money.of(fee, Currency.USD),
            Liquidity.TAKER,
            NOON),
        Quantity.of(quantity),
        Currency.USD);
  }

  private static final class Kept implements TripStore {
    private final List<String> results = new ArrayList<>();

    @Override
    public List<Open> open(int partition) {
      return List.of();
    }

    @Override
    public List<Ended> ended(int partition, int each) {
      return List.of();
    }

    @Override
    public void save(Key key, int partition, Currency currency, @Nullable OpenTrip trip) {}

    @Override
    public void add(Ended ended, int partition) {
      results.add(ended.key().source() + " " + ended.result());
    }
  }
}
