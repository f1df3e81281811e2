/**
 * The wire: everything that crosses between services. Depends on the JDK and JSpecify alone.
 *
 * <p>A message is a record; the messages of one topic are one sealed interface. Fields are only
 * ever added.
 */
@NullMarked
package io.palmyra.contracts;

import org.jspecify.annotations.NullMarked;
