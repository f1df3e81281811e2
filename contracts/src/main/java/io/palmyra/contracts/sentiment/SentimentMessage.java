package io.palmyra.contracts.sentiment;

import io.palmyra.contracts.Message;

/** What stands on {@code sentiment}. */
public sealed interface SentimentMessage extends Message permits SentimentScored {}
