/** Reading topics by assignment and publishing to them directly: market data, control, alerts. */
@NullMarked
package io.palmyra.platform.stream;

import org.jspecify.annotations.NullMarked;
