package io.palmyra.risk.application.control;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.id.HaltId;
import io.palmyra.risk.application.reporting.Audit;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Halts trading at a person's word. Needs Kafka alone: no database, no other service. */
public final class PlaceHalt {
  private static final Logger LOG = LoggerFactory.getLogger(PlaceHalt.class);

  private final ControlTopic control;
  private final Audit audit;
  private final Supplier<String> ids;
  private final InstantSource clock;

  /**
   * @param ids gives each halt its name within its scope
   */
  public PlaceHalt(ControlTopic control, Audit audit, Supplier<String> ids, InstantSource clock) {
    this.control = control;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Halts, and returns once Kafka has it.
   *
   * @throws ControlUnansweredException if that is not known in time; asking again is harmless
   */
  public HaltChanged place(HaltOrder order) {
    var halt =
        new HaltChanged(
            order.scope(),
            new HaltId(ids.get()),
            HaltStatus.ACTIVE,
            order.mode(),
            RiskTier.NORMAL,
            order.reason(),
            order.who(),
            clock.instant(),
            order.cancelOrders(),
            order.sparesProtective());
    try {
      control.write(halt).join();
    } catch (CompletionException e) {
      throw new ControlUnansweredException(halt.key(), e);
    }
    LOG.warn(
        "halt old=none new=ACTIVE key={} mode={} by={} reason={}",
        halt.key(),
        halt.mode(),
        halt.who(),
        halt.reason());
    audit.record(halt.who(), "halt-placed", halt.key(), halt.reason(), null, halt);
    return halt;
  }
}
