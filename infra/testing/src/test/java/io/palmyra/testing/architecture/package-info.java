@NullMarked
package io.palmyra.testing.architecture;

import org.jspecify.annotations.NullMarked;
