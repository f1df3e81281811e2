package io.palmyra.contracts.decision;

/** What was decided of a signal, once. */
public sealed interface SignalDecision extends Decision permits SignalAccepted, SignalDenied {}
