/**
 * Which proposals become orders. {@link io.palmyra.core.risk.RiskDecider} decides, {@link
 * io.palmyra.core.risk.RiskState} remembers; an order counts as exposure from the moment it is
 * accepted until execution says how it ended.
 */
@NullMarked
package io.palmyra.core.risk;

import org.jspecify.annotations.NullMarked;
