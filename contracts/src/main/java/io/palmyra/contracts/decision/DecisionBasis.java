package io.palmyra.contracts.decision;

import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * All else that a decision read: with it the decision can be made again from its record alone.
 *
 * @param signal that was decided; for a child, its parent as it would be asked for now
 * @param accountKnown whether risk is set up for the account
 * @param currency of the account
 * @param terms of the instrument, null if it was not defined
 * @param control what control said, null while that was not known
 * @param restricted what of the instrument may not be traded, null if nothing
 * @param fateUnknown whether the fate of an own order in the instrument was unknown
 * @param authorisedByHalt key of the halt in whose name it was decided, null for none
 * @param most what an exit closes at most, null for all that is held
 * @param named the open order that is to be canceled or replaced, null if there is none
 * @param child that is due, null if it is no decision on a child
 * @param account what else of the account was looked at, null where it did not come to that
 * @param override one check that the order may fail, null for none
 * @param volumes by which it was planned, null if they were not asked for or not known
 */
public record DecisionBasis(
    Signal signal,
    boolean accountKnown,
    Currency currency,
    @Nullable InstrumentDefined terms,
    @Nullable ControlStanding control,
    @Nullable String restricted,
    boolean fateUnknown,
    @Nullable String authorisedByHalt,
    @Nullable Quantity most,
    @Nullable NamedOrder named,
    @Nullable ChildDue child,
    @Nullable AccountSnapshot account,
    @Nullable CheckOverride override,
    @Nullable VolumesByTime volumes) {}
