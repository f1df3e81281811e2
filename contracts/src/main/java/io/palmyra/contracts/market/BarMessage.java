package io.palmyra.contracts.market;

import io.palmyra.contracts.Message;

/** What stands on {@code bars}. */
public sealed interface BarMessage extends Message permits BarClosed {}
