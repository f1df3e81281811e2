package io.palmyra.contracts.audit;

import io.palmyra.contracts.Message;

/** What stands on {@code audit}. */
public sealed interface AuditMessage extends Message permits ChangeRecorded {}
