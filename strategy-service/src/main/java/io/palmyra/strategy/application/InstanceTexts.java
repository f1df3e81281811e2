package io.palmyra.strategy.application;

/** Writes instances as the JSON that stands in the history and on the audit. */
public interface InstanceTexts {
  /** What people can change of an instance, as JSON. */
  String write(StrategyInstance instance);
}
