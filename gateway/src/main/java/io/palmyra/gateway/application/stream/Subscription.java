package io.palmyra.gateway.application.stream;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.TopicKey;
import io.palmyra.platform.security.Caller;
import java.util.Set;

/**
 * What one client wants.
 *
 * @param streams which streams
 * @param accounts ids of accounts, or {@code *} for all that the token covers
 * @param instruments ids of instruments, or {@code *} for all
 */
record Subscription(Set<StreamName> streams, Set<String> accounts, Set<String> instruments) {
  static final Subscription NOTHING = new Subscription(Set.of(), Set.of(), Set.of());

  private static final String ALL = "*";

  Subscription {
    streams = Set.copyOf(streams);
    accounts = Set.copyOf(accounts);
    instruments = Set.copyOf(instruments);
  }

  /** Whether a record is wanted, and may be seen by this caller. */
  boolean wants(StreamName stream, String key, Caller caller) {
    if (!streams.contains(stream)) {
      return false;
    }
    TopicKey keyed = stream.topic().traits().key();
    return switch (keyed) {
      case INSTRUMENT -> instruments.contains(ALL) || instruments.contains(key);
      case ACCOUNT ->
          (accounts.contains(ALL) || accounts.contains(key)) && caller.covers(new AccountId(key));
      case CONTROL, SOURCE -> true;
    };
  }
}
