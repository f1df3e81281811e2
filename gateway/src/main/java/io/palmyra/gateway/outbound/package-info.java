/** Users and keys in the database. */
@NullMarked
package io.palmyra.gateway.outbound;

import org.jspecify.annotations.NullMarked;
