/** Recorded history as a provider: bars in CSV and LEAN's zipped quote ticks, in their own time. */
@NullMarked
package io.palmyra.marketdata.outbound.replay;

import org.jspecify.annotations.NullMarked;
