package io.palmyra.contracts.alert;

import io.palmyra.contracts.Message;

/** What stands on {@code alerts}. */
public sealed interface AlertMessage extends Message permits AlertRaised {}
