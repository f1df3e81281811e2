/** A service as small as can be, and the tests of what the platform gives to every service. */
@NullMarked
package io.palmyra.platform.sample;

import org.jspecify.annotations.NullMarked;
