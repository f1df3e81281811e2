/** Orders and venue accounts over REST, and health. */
@NullMarked
package io.palmyra.execution.inbound;

import org.jspecify.annotations.NullMarked;
