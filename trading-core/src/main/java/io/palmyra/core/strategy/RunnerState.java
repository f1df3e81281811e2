package io.palmyra.core.strategy;

/** Where a runner is. */
public sealed interface RunnerState {
  /** Whether a proposal becomes a signal. */
  default boolean allows(Proposal proposal) {
    return switch (this) {
      case Running _ -> true;
      case Paused _ ->
          switch (proposal) {
            case Proposal.Exit _, Proposal.Cancel _ -> true;
            case Proposal.ExactOrder order -> order.reduceOnly();
            case Proposal.Entry _ -> false;
          };
      case Warming _, Failed _ -> false;
    };
  }

  /** It is fed the past and signals nothing. */
  record Warming() implements RunnerState {}

  /** Its proposals become signals. */
  record Running() implements RunnerState {}

  /** No new entries; exits, cancels and what only reduces still become signals. */
  record Paused() implements RunnerState {}

  /**
   * It stopped for good and signals nothing.
   *
   * @param code stable: EXCEPTION, OVERRUN, SEQUENCE_GAP
   * @param detail for people
   */
  record Failed(String code, String detail) implements RunnerState {
    /** By what a strategy threw, or by its call that did not come back. */
    static Failed by(Throwable thrown) {
      return thrown instanceof OverrunException overrun
          ? new Failed("OVERRUN", String.valueOf(overrun.getMessage()))
          : new Failed("EXCEPTION", thrown.toString());
    }
  }
}
