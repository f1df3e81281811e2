package io.palmyra.contracts.decision;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.value.Quantity;

/**
 * A child whose time has come.
 *
 * @param parent the approved order
 * @param slice place among the parent's children, from 0
 * @param quantity of the child, by the parent's plan
 * @param rest of the parent, this child included: neither filled nor in an open child
 * @param open what of the parent may still fill, by open children or later ones
 * @param unknownSiblings how many of its children are of unknown fate
 */
public record ChildDue(
    ClientOrderId parent,
    int slice,
    Quantity quantity,
    Quantity rest,
    Quantity open,
    int unknownSiblings) {}
