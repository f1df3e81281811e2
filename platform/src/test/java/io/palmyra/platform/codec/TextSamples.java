package io.palmyra.platform.codec;

import io.palmyra.contracts.TextValue;
import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.HaltId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.id.VenueOrderId;
import io.palmyra.contracts.value.Currency;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Valid texts of every {@link TextValue}; a new one must be added here to be tested. */
final class TextSamples {
  private static final Map<Class<?>, Function<RandomGenerator, TextValue>> SAMPLES =
      Map.ofEntries(
          Map.entry(AccountId.class, r -> new AccountId("paper-" + r.nextInt(99))),
          Map.entry(ClientOrderId.class, r -> new ClientOrderId(hex(r))),
          Map.entry(ExecutionId.class, r -> new ExecutionId("E:" + r.nextLong())),
          Map.entry(FillId.class, r -> new FillId(hex(r))),
          Map.entry(HaltId.class, r -> new HaltId("h" + r.nextInt(999))),
          Map.entry(InstrumentId.class, r -> new InstrumentId("I/" + r.nextInt(99) + ".SIM")),
          Map.entry(SignalId.class, r -> new SignalId(hex(r))),
          Map.entry(SignalSource.class, r -> new SignalSource("person:A.b@c-" + r.nextInt(99))),
          Map.entry(StrategyInstanceId.class, r -> new StrategyInstanceId("sma-" + r.nextInt(99))),
          Map.entry(VenueId.class, r -> new VenueId("SIM" + r.nextInt(99))),
          Map.entry(VenueOrderId.class, r -> new VenueOrderId("V-" + r.nextLong())),
          Map.entry(HaltScope.class, r -> new HaltScope("account:paper-" + r.nextInt(99))),
          Map.entry(Currency.class, r -> new Currency(r.nextBoolean() ? "USD" : "1INCH")));

  private TextSamples() {}

  static TextValue of(Class<? extends TextValue> type, RandomGenerator random) {
    Function<RandomGenerator, TextValue> sample = SAMPLES.get(type);
    if (sample == null) {
      throw new IllegalArgumentException("no sample text of " + type);
    }
    return sample.apply(random);
  }

  private static String hex(RandomGenerator random) {
    return "%016x%016x".formatted(random.nextLong(), random.nextLong());
  }
}
