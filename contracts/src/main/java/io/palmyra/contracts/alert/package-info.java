/** What a person must know. */
@NullMarked
package io.palmyra.contracts.alert;

import org.jspecify.annotations.NullMarked;
