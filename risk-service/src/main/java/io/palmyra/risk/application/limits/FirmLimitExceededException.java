package io.palmyra.risk.application.limits;

import io.palmyra.core.risk.FirmLimit;

/** The limits of all accounts together would be more than the firm's; nothing was changed. */
public final class FirmLimitExceededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient FirmLimit.Excess excess;

  /** Of this excess. */
  public FirmLimitExceededException(FirmLimit.Excess excess) {
    super(
        excess.part()
            + ": the accounts' limits together are "
            + excess.sum()
            + ", the firm allows "
            + excess.maximum());
    this.excess = excess;
  }

  /** What is more, by how much. */
  public FirmLimit.Excess excess() {
    return excess;
  }
}
