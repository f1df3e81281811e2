/** Tests of the risk service, on real servers where they say IT. */
@NullMarked
package io.palmyra.risk;

import org.jspecify.annotations.NullMarked;
