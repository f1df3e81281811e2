package io.palmyra.platform.lane;

import io.palmyra.contracts.id.AccountId;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A world for each test, and an account that no other test has. */
abstract class WithLaneWorld {
  private static final AtomicInteger ACCOUNTS = new AtomicInteger();

  final AccountId account =
      new AccountId(
          getClass().getSimpleName().toLowerCase(Locale.ROOT) + "-" + ACCOUNTS.incrementAndGet());
  LaneWorld world;

  @BeforeEach
  void open() {
    world = new LaneWorld();
  }

  @AfterEach
  void close() {
    world.close();
  }
}
