@NullMarked
package io.palmyra.platform.start;

import org.jspecify.annotations.NullMarked;
