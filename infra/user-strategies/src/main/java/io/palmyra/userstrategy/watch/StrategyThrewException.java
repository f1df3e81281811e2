package io.palmyra.userstrategy.watch;

/** Stands for what the code of others threw, of which nothing is kept but its words. */
public final class StrategyThrewException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StrategyThrewException(String what) {
    super(what);
  }

  /** Of something that was thrown; asks it for its words, which is code of others too. */
  static StrategyThrewException of(Throwable thrown) {
    try {
      return new StrategyThrewException(String.valueOf(thrown.toString()));
    } catch (Throwable _) {
      return new StrategyThrewException(thrown.getClass().getName());
    }
  }

  /** As what it stands for would say it. */
  @Override
  @SuppressWarnings("OverrideThrowableToString") // It stands for what was thrown, also in its name.
  public String toString() {
    return String.valueOf(getMessage());
  }
}
