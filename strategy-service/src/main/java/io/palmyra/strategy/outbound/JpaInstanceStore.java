package io.palmyra.strategy.outbound;

import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.strategy.application.InstanceChange;
import io.palmyra.strategy.application.InstanceStore;
import io.palmyra.strategy.application.StrategyInstance;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps instances with Spring Data JPA; an instance and its change share a transaction. */
@Component
final class JpaInstanceStore implements InstanceStore {
  private final InstanceRows instances;
  private final ChangeRows changes;
  private final InstanceJson json;
  private final TransactionTemplate transaction;

  JpaInstanceStore(
      InstanceRows instances,
      ChangeRows changes,
      InstanceJson json,
      TransactionTemplate transaction) {
    this.instances = instances;
    this.changes = changes;
    this.json = json;
    this.transaction = transaction;
  }

  @Override
  public List<StrategyInstance> all() {
    return instances.findAllByOrderById().stream().map(this::instance).toList();
  }

  @Override
  public Optional<StrategyInstance> find(StrategyInstanceId id) {
    return instances.findById(id.value()).map(this::instance);
  }

  @Override
  public boolean insert(StrategyInstance instance, InstanceChange change) {
    if (instances.existsById(instance.id().value())) {
      return false;
    }
    try {
      transaction.executeWithoutResult(
          _ -> {
            instances.save(new InstanceRow(instance, json.parameters(instance.parameters())));
            changes.save(new ChangeRow(change));
          });
      return true;
    } catch (DataIntegrityViolationException e) {
      if (instances.existsById(instance.id().value())) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public StrategyInstance update(StrategyInstance instance, InstanceChange change) {
    return Objects.requireNonNull(
        transaction.execute(
            _ -> {
              InstanceRow row =
                  instances
                      .findById(instance.id().value())
                      .filter(found -> found.version() == instance.version())
                      .orElseThrow(
                          () ->
                              new OptimisticLockingFailureException(
                                  "instance " + instance.id() + " was changed meanwhile"));
              row.take(instance, json.parameters(instance.parameters()));
              changes.save(new ChangeRow(change));
              return instance(instances.save(row));
            }));
  }

  @Override
  public List<InstanceChange> history(StrategyInstanceId id) {
    return changes.findByInstanceOrderByNumber(id.value()).stream().map(ChangeRow::change).toList();
  }

  private StrategyInstance instance(InstanceRow row) {
    return row.instance(json.parameters(row.parameters()));
  }
}
