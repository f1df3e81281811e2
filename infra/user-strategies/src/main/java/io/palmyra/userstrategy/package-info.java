/**
 * Strategies that users bring as jars: each jar is loaded by a class loader of its own, which sees
 * the published API and the JDK alone, and is taken or refused as a whole.
 */
@NullMarked
package io.palmyra.userstrategy;

import org.jspecify.annotations.NullMarked;
