package io.palmyra.strategy.application;

import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.value.Money;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.platform.web.Problems;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes, tunes, pauses and resumes instances; each change is kept with who made it. Any thread. */
public final class EditInstances {
  private static final Logger LOG = LoggerFactory.getLogger(EditInstances.class);

  private final InstanceStore store;
  private final InstanceRules rules;
  private final Announcements announcements;
  private final InstanceTexts texts;
  private final InstantSource clock;

  /**
   * @param clock wall time
   */
  public EditInstances(
      InstanceStore store,
      InstanceRules rules,
      Announcements announcements,
      InstanceTexts texts,
      InstantSource clock) {
    this.store = store;
    this.rules = rules;
    this.announcements = announcements;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * Makes an instance.
   *
   * @throws io.palmyra.platform.web.ProblemException if something is not allowed, or the id is
   *     taken
   */
  public StrategyInstance make(NewInstance wanted, String actor) {
    return makeIfAbsent(wanted, actor)
        .orElseThrow(
            () -> Problems.conflict("There is an instance '" + wanted.id() + "' already."));
  }

  /** Makes an instance unless there is one of its id; empty then. */
  public Optional<StrategyInstance> makeIfAbsent(NewInstance wanted, String actor) {
    StrategyType type = rules.type(wanted.type());
    rules.requireAllowed(type, wanted.account());
    Instant now = clock.instant();
    StrategyInstance made =
        new StrategyInstance(
            wanted.id(),
            wanted.type(),
            wanted.account(),
            wanted.instrument(),
            rules.parameters(type, wanted.parameters()).texts(),
            rules.capital(wanted.capital(), wanted.account()),
            wanted.state(),
            null,
            actor,
            now,
            actor,
            now,
            0);
    InstanceChange change =
        new InstanceChange(made.id(), now, actor, "made", null, texts.write(made));
    if (!store.insert(made, change)) {
      return Optional.empty();
    }
    told(change);
    allocate(made);
    return Optional.of(made);
  }

  /**
   * Changes some parameters, or the capital, and keeps the rest.
   *
   * @param capital null to keep it
   */
  public StrategyInstance tune(
      StrategyInstanceId id,
      Map<String, String> parameters,
      @Nullable String capital,
      String actor) {
    StrategyInstance before = require(id);
    Money newCapital =
        capital == null ? before.capital() : rules.capital(capital, before.account());
    Map<String, String> merged = new LinkedHashMap<>(before.parameters());
    merged.putAll(parameters);
    Map<String, String> accepted = rules.parameters(rules.type(before.type()), merged).texts();
    StrategyInstance after =
        change(before, before.tuned(accepted, newCapital, actor, clock.instant()), "tuned");
    if (capital != null) {
      allocate(after);
    }
    return after;
  }

  /** No new entries; nothing changes if it is paused already. */
  public StrategyInstance pause(StrategyInstanceId id, String actor) {
    StrategyInstance before = require(id);
    return switch (before.state()) {
      case PAUSED -> before;
      case FAILED -> throw Problems.conflict("Instance '" + id + "' failed; resume it first.");
      case RUNNING ->
          change(before, before.in(InstanceState.PAUSED, null, actor, clock.instant()), "paused");
    };
  }

  /** Entries again; a failed instance starts anew. */
  public StrategyInstance resume(StrategyInstanceId id, String actor) {
    StrategyInstance before = require(id);
    rules.requireAllowed(rules.type(before.type()), before.account());
    return before.state() == InstanceState.RUNNING
        ? before
        : change(before, before.in(InstanceState.RUNNING, null, actor, clock.instant()), "resumed");
  }

  /** Notes that an instance stopped by itself, and raises an alert. */
  public void fail(StrategyInstanceId id, String reason, String actor) {
    StrategyInstance before = require(id);
    if (before.state() != InstanceState.FAILED) {
      announcements.failed(
          change(
              before, before.in(InstanceState.FAILED, reason, actor, clock.instant()), "failed"));
    }
  }

  /** The instance of an id. */
  public StrategyInstance require(StrategyInstanceId id) {
    return store.find(id).orElseThrow(() -> Problems.notFound("strategy instance", id));
  }

  private StrategyInstance change(StrategyInstance before, StrategyInstance after, String action) {
    InstanceChange change =
        new InstanceChange(
            after.id(),
            after.changedAt(),
            after.changedBy(),
            action,
            texts.write(before),
            texts.write(after));
    StrategyInstance stored = store.update(after, change);
    LOG.info(
        "instance {} instance={} old={} new={} by={} reason={}",
        action,
        after.id(),
        before.state(),
        after.state(),
        after.changedBy(),
        after.reason());
    told(change);
    return stored;
  }

  private void told(InstanceChange change) {
    announcements.changed(change);
  }

  private void allocate(StrategyInstance changed) {
    announcements.allocated(
        changed.account(),
        store.all().stream()
            .filter(instance -> instance.account().equals(changed.account()))
            .toList());
  }
}
