package io.palmyra.risk.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.core.risk.protection.Guard;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where what watches positions is kept. */
public interface GuardStore {
  /**
   * An account that lost as much as it may.
   *
   * @param haltKey of the halt that was asked for
   * @param since market time
   */
  record PortfolioStop(String haltKey, Instant since) {}

  /** A position and what watches it. */
  record Watched(AccountId account, InstrumentId instrument, Guard guard) {}

  /** What watches the positions of a partition's accounts. */
  List<Watched> guards(int partition);

  /** What watches positions of any account. */
  List<Watched> all();

  /** Accounts of a partition that lost as much as they may. */
  Map<AccountId, PortfolioStop> stops(int partition);

  /** Writes what watches a position, null for nothing; inside the lane's transaction. */
  void save(AccountId account, int partition, InstrumentId instrument, @Nullable Guard guard);

  /** Writes an account's stop, null for none; inside the lane's transaction. */
  void save(AccountId account, int partition, @Nullable PortfolioStop stop);
}
