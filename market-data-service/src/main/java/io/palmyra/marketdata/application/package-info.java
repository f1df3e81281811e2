/** What is done with ticks: judged, published, built into bars, stored; and the ports for it. */
@NullMarked
package io.palmyra.marketdata.application;

import org.jspecify.annotations.NullMarked;
