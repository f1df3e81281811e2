@NullMarked
package io.palmyra.core.risk;

import org.jspecify.annotations.NullMarked;
