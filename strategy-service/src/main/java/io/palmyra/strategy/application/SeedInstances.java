package io.palmyra.strategy.application;

import io.palmyra.contracts.id.AccountId;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the instances that a first start begins with, and says again what capital all may use. */
public final class SeedInstances {
  private final InstanceStore store;
  private final EditInstances edit;
  private final Announcements announcements;
  private final String service;

  /**
   * @param service the actor
   */
  public SeedInstances(
      InstanceStore store, EditInstances edit, Announcements announcements, String service) {
    this.store = store;
    this.edit = edit;
    this.announcements = announcements;
    this.service = service;
  }

  /** Makes those that do not exist; the others stay as people left them. Called once at start. */
  public void make(List<NewInstance> seeds) {
    seeds.stream()
        .filter(seed -> store.find(seed.id()).isEmpty())
        .forEach(seed -> edit.makeIfAbsent(seed, service));
    store.all().stream()
        .collect(Collectors.groupingBy(StrategyInstance::account))
        .forEach(
            (AccountId account, List<StrategyInstance> all) ->
                announcements.allocated(account, all));
  }
}
