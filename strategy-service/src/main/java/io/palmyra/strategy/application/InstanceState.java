package io.palmyra.strategy.application;

/** What people, or its own failure, want of an instance. */
public enum InstanceState {
  /** It trades. */
  RUNNING,
  /** No new entries; exits still go. */
  PAUSED,
  /** It failed and does nothing until a person resumes it. */
  FAILED
}
