package io.palmyra.risk.application.control;

import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.control.HaltScope;

/**
 * A halt that a person wants.
 *
 * @param scope what to forbid trading of
 * @param mode what to forbid
 * @param reason the person's words
 * @param cancelOrders whether open orders in the scope are to be canceled
 * @param sparesProtective whether reduce-only protective orders are spared then
 * @param who the person
 */
public record HaltOrder(
    HaltScope scope,
    HaltMode mode,
    String reason,
    boolean cancelOrders,
    boolean sparesProtective,
    String who) {}
