/** What changes an account besides fills. */
@NullMarked
package io.palmyra.contracts.account;

import org.jspecify.annotations.NullMarked;
