package io.palmyra.risk.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.core.risk.sizing.OpenTrip;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where round trips are kept. */
public interface TripStore {
  /** Whose trip in what. */
  record Key(AccountId account, SignalSource source, InstrumentId instrument) {}

  /** A trip that has not ended. */
  record Open(Key key, OpenTrip trip) {}

  /** What a trip that ended brought. */
  record Ended(Key key, Money result, Instant at) {}

  /** Trips of a partition's accounts that have not ended. */
  List<Open> open(int partition);

  /** The last results of each source of a partition's accounts, oldest first. */
  List<Ended> ended(int partition, int each);

  /** Writes a trip, null once it has ended; inside the lane's transaction. */
  void save(Key key, int partition, Currency currency, @Nullable OpenTrip trip);

  /** Adds a result; inside the lane's transaction. */
  void add(Ended ended, int partition);
}
