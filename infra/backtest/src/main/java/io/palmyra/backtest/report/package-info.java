/** What people and programs are told of a backtest. */
@NullMarked
package io.palmyra.backtest.report;

import org.jspecify.annotations.NullMarked;
