package io.palmyra.gateway.application;

import java.time.Instant;
import java.util.List;

/** Keeps signing keys. */
public interface SigningKeyStore {
  /** Keys that are to be published at a moment, the first that signs first. */
  List<SigningKey> publishedAt(Instant moment);

  /** Adds a key. */
  void add(SigningKey key, Instant now);
}
