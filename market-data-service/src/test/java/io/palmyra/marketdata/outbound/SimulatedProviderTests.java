package io.palmyra.marketdata.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.value.Price;
import io.palmyra.core.marketdata.InstrumentCatalogue;
import io.palmyra.marketdata.application.MarketDataProvider;
import io.palmyra.marketdata.application.MarketDataProviderContract;
import io.palmyra.marketdata.application.TickBatch;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SimulatedProviderTests extends MarketDataProviderContract {
  @Override
  protected MarketDataProvider provider() {
    return provider(Duration.ZERO, Map.of());
  }

  private static MarketDataProvider provider(Duration history, Map<InstrumentId, Price> last) {
    return new SimulatedProvider(
        new SimulatedProvider.Settings(1, 20, history, Duration.ofMillis(10)),
        new InstrumentCatalogue(new VenueId("SIM"), LocalDate.of(2026, 11, 21), true).simulated(),
        InstantSource.system(),
        () -> last);
  }

  @Test
  void makesUpHistoryAtItsFirstStart() {
    var heard = new Heard();
    MarketDataProvider provider = provider(Duration.ofHours(1), Map.of());
    provider.start(heard);
    Awaitility.await().until(() -> heard.batches.stream().anyMatch(SimulatedProviderTests::live));
    provider.stop();
    assertThat(heard.batches.getFirst().kind()).isEqualTo(TickBatch.Kind.HISTORY);
    assertThat(heard.end).isEmpty();
  }

  @Test
  void goesOnFromTheLastPricesAfterARestart() {
    var heard = new Heard();
    var eurusd = new InstrumentId("EURUSD.SIM");
    MarketDataProvider provider =
        provider(Duration.ofHours(1), Map.of(eurusd, Price.of("1.09500")));
    provider.start(heard);
    Awaitility.await()
        .until(() -> heard.ticks().stream().anyMatch(tick -> tick.instrument().equals(eurusd)));
    provider.stop();
    assertThat(heard.batches).allMatch(SimulatedProviderTests::live);
    assertThat(
            heard.ticks().stream()
                .filter(tick -> tick.instrument().equals(eurusd))
                .findFirst()
                .orElseThrow()
                .mid()
                .toDouble())
        .isBetween(1.094, 1.096);
  }

  private static boolean live(TickBatch batch) {
    return batch.kind() == TickBatch.Kind.LIVE;
  }
}
