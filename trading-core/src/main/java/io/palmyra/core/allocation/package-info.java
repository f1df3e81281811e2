/**
 * How an account's capital is shared out among its strategies, from the days that their returns
 * have in common. Weights are computed in doubles, amounts exactly and rounded down.
 */
@NullMarked
package io.palmyra.core.allocation;

import org.jspecify.annotations.NullMarked;
