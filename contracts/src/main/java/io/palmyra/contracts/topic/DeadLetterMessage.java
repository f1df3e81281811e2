package io.palmyra.contracts.topic;

import io.palmyra.contracts.Message;

/** What stands on the dead letter topic of another. */
public sealed interface DeadLetterMessage extends Message permits DeadLetter {}
