@NullMarked
package io.palmyra.risk.application.control;

import org.jspecify.annotations.NullMarked;
