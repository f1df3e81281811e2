@NullMarked
package io.palmyra.testing;

import org.jspecify.annotations.NullMarked;
