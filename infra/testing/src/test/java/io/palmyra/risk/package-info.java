@NullMarked
package io.palmyra.risk;

import org.jspecify.annotations.NullMarked;
