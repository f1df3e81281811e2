package io.palmyra.contracts.allocation;

import io.palmyra.contracts.Message;

/** What stands on {@code allocations}. */
public sealed interface AllocationMessage extends Message permits CapitalAllocated {}
