/**
 * Market data: brings ticks from one provider, keeps out those that must not move a decision,
 * builds the bars, and tells what can be traded. The only writer of ticks, bars, quarantined ticks
 * and instruments.
 */
@NullMarked
package io.palmyra.marketdata;

import org.jspecify.annotations.NullMarked;
