/** The four tiers of an account by its losses: what each measure says, and how a tier is left. */
@NullMarked
package io.palmyra.core.risk.tier;

import org.jspecify.annotations.NullMarked;
