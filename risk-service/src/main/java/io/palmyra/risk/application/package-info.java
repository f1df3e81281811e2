/** Use cases and the ports that they need. */
@NullMarked
package io.palmyra.risk.application;

import org.jspecify.annotations.NullMarked;
