package io.palmyra.contracts.decision;

import io.palmyra.contracts.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is at stake in instruments other than the order's, working orders counted, in the account's
 * currency.
 *
 * @param gross sum of the values on the further sides, without sign
 * @param bought what it comes to if all buys fill and no sell does, signed
 * @param sold what it comes to if all sells fill and no buy does, without the sign of a short
 * @param margin initial margin of the further sides
 * @param unknown why it can't be told, null if it can
 */
public record ValuesElsewhere(
    Money gross, Money bought, Money sold, Money margin, @Nullable String unknown) {}
