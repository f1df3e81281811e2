/**
 * A strategy over recorded bars: its runner, risk's decisions and the books are those of live
 * trading; the venue is a model, and what it assumes stands in every report.
 */
@NullMarked
package io.palmyra.backtest.engine;

import org.jspecify.annotations.NullMarked;
