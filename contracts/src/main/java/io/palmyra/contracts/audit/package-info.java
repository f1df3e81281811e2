/** Who changed what. */
@NullMarked
package io.palmyra.contracts.audit;

import org.jspecify.annotations.NullMarked;
