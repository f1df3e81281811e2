package io.palmyra.venue.application;

import io.palmyra.contracts.id.AccountId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The one session that each account may have. */
final class Sessions {
  private final Map<AccountId, ClientSession> current = new ConcurrentHashMap<>();

  @Nullable ClientSession of(AccountId account) {
    return current.get(account);
  }

  /** Makes a session the current one; returns the one that it replaces. */
  @Nullable ClientSession replace(AccountId account, ClientSession session) {
    return current.put(account, session);
  }

  void forget(AccountId account, ClientSession session) {
    current.remove(account, session);
  }

  void closeAll(String cause) {
    current.values().forEach(session -> session.close(cause));
  }
}
