/** What risk decided, with every value that it used. */
@NullMarked
package io.palmyra.contracts.decision;

import org.jspecify.annotations.NullMarked;
