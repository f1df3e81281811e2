package io.palmyra.risk.application.control;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.core.control.TradingControl;
import io.palmyra.risk.application.reporting.Audit;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lifts the one halt that a person names, and no other. */
public final class LiftHalt {
  private static final Logger LOG = LoggerFactory.getLogger(LiftHalt.class);

  private final ControlView view;
  private final ControlTopic control;
  private final Audit audit;
  private final InstantSource clock;
  private final boolean bySecondPerson;

  /**
   * Looks halts up in the view and writes lifts to control.
   *
   * @param bySecondPerson whether who set a halt may not lift it
   */
  public LiftHalt(
      ControlView view,
      ControlTopic control,
      Audit audit,
      InstantSource clock,
      boolean bySecondPerson) {
    this.view = view;
    this.control = control;
    this.audit = audit;
    this.clock = clock;
    this.bySecondPerson = bySecondPerson;
  }

  /** What came of a lift. */
  public sealed interface Outcome {
    /** It is lifted, by this or before. */
    record Lifted(HaltChanged halt) implements Outcome {}

    /** There is no such halt. */
    record NoSuchHalt() implements Outcome {}

    /** Who asks has set the halt, and another person must lift it. */
    record OwnHalt() implements Outcome {}

    /** What stands on control is not known now. */
    record ControlUnknown() implements Outcome {}
  }

  /**
   * Lifts the halt, and returns once Kafka has it.
   *
   * @param key scope/haltId
   * @throws ControlUnansweredException if that is not known in time; it may still take effect
   */
  public Outcome lift(String key, String reason, String who) {
    Optional<TradingControl> known = view.current();
    if (known.isEmpty()) {
      return new Outcome.ControlUnknown();
    }
    Optional<HaltChanged> found = known.get().halt(key);
    if (found.isEmpty()) {
      return new Outcome.NoSuchHalt();
    }
    HaltChanged halt = found.get();
    if (halt.status() == HaltStatus.LIFTED) {
      return new Outcome.Lifted(halt);
    }
    if (bySecondPerson && halt.who().equals(who)) {
      LOG.warn("halt not lifted key={} by={} reason=set by the same person", key, who);
      audit.record(who, "halt-lift-refused", key, reason, halt, halt);
      return new Outcome.OwnHalt();
    }
    HaltChanged lifted = lifted(halt, reason, who);
    try {
      control.write(lifted).join();
    } catch (CompletionException e) {
      throw new ControlUnansweredException(key, e);
    }
    LOG.warn("halt old=ACTIVE new=LIFTED key={} by={} reason={}", key, who, reason);
    audit.record(who, "halt-lifted", key, reason, halt, lifted);
    return new Outcome.Lifted(lifted);
  }

  private HaltChanged lifted(HaltChanged halt, String reason, String who) {
    return new HaltChanged(
        halt.scope(),
        halt.haltId(),
        HaltStatus.LIFTED,
        halt.mode(),
        halt.tier(),
        reason,
        who,
        clock.instant(),
        halt.cancelOrders(),
        halt.sparesProtective());
  }
}
