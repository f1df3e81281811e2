@NullMarked
package io.palmyra.backtest.parity;

import org.jspecify.annotations.NullMarked;
