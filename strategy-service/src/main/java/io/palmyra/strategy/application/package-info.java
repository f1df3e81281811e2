/** Making, tuning, pausing and running strategy instances, and the ports that takes. */
@NullMarked
package io.palmyra.strategy.application;

import org.jspecify.annotations.NullMarked;
