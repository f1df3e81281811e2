package io.palmyra.core.strategy;

/**
 * A strategy's call has not come back in time. Thrown in the place of its answer by who watches the
 * calls of a strategy from another thread; a {@link StrategyRunner} fails with OVERRUN then.
 */
public final class OverrunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what took how long, for people
   */
  public OverrunException(String message) {
    super(message);
  }
}
