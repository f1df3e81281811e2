/**
 * The whole flow on one thread and in virtual time: market, people, strategy, risk, execution,
 * venue and portfolio, with everything going wrong that can. Execution is its own code; the others
 * are their decisions in {@code trading-core} with tables and lanes by contract.
 */
@NullMarked
package io.palmyra.execution.simulation;

import org.jspecify.annotations.NullMarked;
