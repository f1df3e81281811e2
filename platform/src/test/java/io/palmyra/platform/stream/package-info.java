@NullMarked
package io.palmyra.platform.stream;

import org.jspecify.annotations.NullMarked;
