@NullMarked
package io.palmyra.platform.telemetry;

import org.jspecify.annotations.NullMarked;
