package io.palmyra.venue.application;

import io.palmyra.contracts.id.AccountId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The mood towards each account. In memory: a venue that starts is in a good one. Any thread. */
public final class Moods {
  private final Map<AccountId, Mood> moods = new ConcurrentHashMap<>();

  /** Good, all of them. */
  public Moods() {}

  /** The mood towards an account. */
  public Mood towards(AccountId account) {
    return moods.getOrDefault(account, Mood.GOOD);
  }

  /** Behaves like that from now on. */
  public void be(Mood mood, AccountId account) {
    moods.put(account, mood);
  }
}
