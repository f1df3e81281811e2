@NullMarked
package io.palmyra.replay;

import org.jspecify.annotations.NullMarked;
