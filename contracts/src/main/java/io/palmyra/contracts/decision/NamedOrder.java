package io.palmyra.contracts.decision;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * An open order that a signal names.
 *
 * @param order as approved, under its present name
 * @param filled so far
 * @param unknown whether its fate is unknown
 * @param replacement name of a replacement under way, else null
 * @param replacementQuantity total that the replacement asks for, else null
 * @param parent whether it is worked off in children
 * @param partOfAlgorithm whether it is such an order or one of its children
 */
public record NamedOrder(
    OrderDraft order,
    Quantity filled,
    boolean unknown,
    @Nullable ClientOrderId replacement,
    @Nullable Quantity replacementQuantity,
    boolean parent,
    boolean partOfAlgorithm) {}
