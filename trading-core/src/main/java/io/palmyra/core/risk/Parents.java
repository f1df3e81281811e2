package io.palmyra.core.risk;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.parent.Child;
import io.palmyra.core.risk.parent.Parent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The orders of an account that are worked off in children. Each stands among the open orders too,
 * under its own name and with what its children took as filled, so that its rest counts as open.
 */
public final class Parents {
  private final Map<SignalId, Parent> working = new LinkedHashMap<>();
  private final Map<SignalId, Parent> changed = new LinkedHashMap<>();

  Parents() {}

  /** Those that have not ended, oldest first. */
  public List<Parent> working() {
    return List.copyOf(working.values());
  }

  /** The one of a name that has not ended. */
  public Optional<Parent> named(ClientOrderId id) {
    return working.values().stream().filter(parent -> parent.id().equals(id)).findFirst();
  }

  /** The one that came from a signal and has not ended; its children came from it as well. */
  Optional<Parent> of(SignalId signal) {
    return Optional.ofNullable(working.get(signal));
  }

  /**
   * Lets no more children go.
   *
   * @return whether there is such a parent
   */
  public boolean stop(ClientOrderId id, String why) {
    Optional<Parent> stopped = named(id).map(parent -> parent.stopped(why));
    stopped.ifPresent(this::put);
    return stopped.isPresent();
  }

  void load(Parent parent) {
    working.put(parent.signalId(), parent);
  }

  void put(Parent parent) {
    if (parent.ended()) {
      working.remove(parent.signalId());
    } else {
      working.put(parent.signalId(), parent);
    }
    changed.put(parent.signalId(), parent);
  }

  /**
   * Takes what became of an order, if it is a child.
   *
   * @return what its parent's children have taken together; empty if it is nobody's child
   */
  Optional<Quantity> followed(@Nullable OpenOrder before, OpenOrder now) {
    Parent parent = working.get(now.signalId());
    if (parent == null || parent.id().equals(now.id())) {
      return Optional.empty();
    }
    Parent told = parent.followed(before == null ? Child.NONE : child(before), child(now));
    put(told);
    return Optional.of(told.taken());
  }

  List<Parent> takeChanges() {
    List<Parent> changes = List.copyOf(changed.values());
    changed.clear();
    return changes;
  }

  private static Child child(OpenOrder order) {
    return new Child(
        order.draft().quantity(), order.cumulative(), order.unknown(), !order.closed());
  }
}
