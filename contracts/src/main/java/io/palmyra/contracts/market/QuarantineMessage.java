package io.palmyra.contracts.market;

import io.palmyra.contracts.Message;

/** What stands on {@code ticks.quarantine}. */
public sealed interface QuarantineMessage extends Message permits TickQuarantined {}
