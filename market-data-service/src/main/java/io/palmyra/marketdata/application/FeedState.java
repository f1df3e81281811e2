package io.palmyra.marketdata.application;

/** Where a feed stands. */
public enum FeedState {
  /** Waits to be started by request. */
  WAITING,
  /** Delivers. */
  RUNNING,
  /** Should deliver, but nothing has come for a while. */
  STALE,
  /** Has delivered all there was. */
  FINISHED,
  /** Cannot go on. */
  FAILED,
  /** Was stopped with the service. */
  STOPPED
}
