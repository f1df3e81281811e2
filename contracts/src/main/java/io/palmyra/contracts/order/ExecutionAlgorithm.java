package io.palmyra.contracts.order;

/** How an approved order is worked off in children that sum to no more than it. */
public sealed interface ExecutionAlgorithm permits Twap, Vwap, Iceberg {}
