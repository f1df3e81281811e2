/** Tests of the risk service's stores against PostgreSQL. */
@NullMarked
package io.palmyra.risk.outbound;

import org.jspecify.annotations.NullMarked;
