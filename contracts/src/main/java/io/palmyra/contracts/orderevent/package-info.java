/** An order's whole life, as execution saw it. */
@NullMarked
package io.palmyra.contracts.orderevent;

import org.jspecify.annotations.NullMarked;
