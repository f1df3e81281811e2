package io.palmyra.contracts.portfolio;

import io.palmyra.contracts.Message;

/** What stands on {@code portfolio}. */
public sealed interface PortfolioMessage extends Message permits PortfolioUpdated {}
