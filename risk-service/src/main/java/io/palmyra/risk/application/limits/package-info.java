/** What people allow the accounts and the firm: kept, changed with a reason, taken up at once. */
@NullMarked
package io.palmyra.risk.application.limits;

import org.jspecify.annotations.NullMarked;
