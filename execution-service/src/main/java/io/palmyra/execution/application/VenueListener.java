package io.palmyra.execution.application;

/** Hears what the venue tells of an account, in the venue's order, on the session's thread. */
public interface VenueListener {
  /** Something happened. Must return at once. */
  void on(VenueNotice notice);

  /** The session is gone; nothing more comes. Called once. */
  void disconnected(String cause);
}
