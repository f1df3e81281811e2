package io.palmyra.contracts.instrument;

import io.palmyra.contracts.WireName;
import java.time.Instant;

/**
 * Pays one unit of its currency if an outcome happens, else nothing.
 *
 * @param question what is asked
 * @param outcome the answer for which this token pays
 * @param resolvesAt when the answer is due
 */
@WireName("outcome-token")
public record OutcomeTokenTerms(String question, String outcome, Instant resolvesAt)
    implements InstrumentTerms {}
