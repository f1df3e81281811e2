package io.palmyra.core.risk;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which checks two persons may let one order fail: those of size, price and repetition. What says
 * that nothing is known, that a market is closed, that nothing may trade, or that the money is not
 * there, nobody waives.
 */
public final class Waivers {
  /** Those that can be waived. */
  public static final Set<DenialCode> ALLOWED =
      Collections.unmodifiableSet(
          EnumSet.of(
              DenialCode.PRICE_COLLAR,
              DenialCode.PRICE_WALK,
              DenialCode.ORDER_QUANTITY,
              DenialCode.ORDER_VALUE,
              DenialCode.POSITION_LIMIT,
              DenialCode.POSITION_VALUE,
              DenialCode.GROSS_EXPOSURE,
              DenialCode.NET_EXPOSURE,
              DenialCode.STRATEGY_EXPOSURE,
              DenialCode.DUPLICATE_ORDER));

  private Waivers() {}
}
