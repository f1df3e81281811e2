package io.palmyra.strategy.application;

import io.palmyra.contracts.id.StrategyInstanceId;
import java.util.List;
import java.util.Optional;

/** Keeps instances and the history of their changes. */
public interface InstanceStore {
  /** All instances, by id. */
  List<StrategyInstance> all();

  /** One instance, empty if there is none. */
  Optional<StrategyInstance> find(StrategyInstanceId id);

  /**
   * Stores a new instance, with its first change, if there is none of its id yet.
   *
   * @return false if there is one already; nothing was stored then
   */
  boolean insert(StrategyInstance instance, InstanceChange change);

  /**
   * Stores a changed instance with the change, in one transaction.
   *
   * @return as stored, with its new version
   * @throws org.springframework.dao.OptimisticLockingFailureException if somebody else changed it
   *     since it was read
   */
  StrategyInstance update(StrategyInstance instance, InstanceChange change);

  /** The changes of an instance, oldest first. */
  List<InstanceChange> history(StrategyInstanceId id);
}
