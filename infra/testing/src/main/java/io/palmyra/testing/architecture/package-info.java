/** The rules of the house as tests: written once, run by each module, proven by fixtures. */
@NullMarked
package io.palmyra.testing.architecture;

import org.jspecify.annotations.NullMarked;
