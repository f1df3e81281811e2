/** What can be traded, and on which terms. */
@NullMarked
package io.palmyra.contracts.instrument;

import org.jspecify.annotations.NullMarked;
