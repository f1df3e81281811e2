package io.palmyra.contracts.decision;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.value.Price;

/**
 * An own order that may rest at the venue.
 *
 * @param clientOrderId its name
 * @param limit its price
 */
public record RestingOrder(ClientOrderId clientOrderId, Price limit) {}
