package io.palmyra.risk.application.control;

import io.palmyra.core.control.TradingControl;
import java.util.Optional;

/** What this process has read of {@code control}. Any thread. */
@FunctionalInterface
public interface ControlView {
  /** What stands there, empty until it was read to its end, and while it can't be read. */
  Optional<TradingControl> current();
}
