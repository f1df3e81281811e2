package io.palmyra.marketdata.application;

/** Takes what a provider delivers, on the provider's one thread. */
public interface MarketDataListener {
  /** Some ticks in order, or none and only the time. Returns when there is room for more. */
  void on(TickBatch batch);

  /** A row of recorded data that is no tick. */
  void rejected(RejectedRow row);

  /** There is no more; market time stays where it is. */
  void finished();

  /** The provider cannot go on. */
  void failed(String cause);
}
