@NullMarked
package io.palmyra.risk.application;

import org.jspecify.annotations.NullMarked;
