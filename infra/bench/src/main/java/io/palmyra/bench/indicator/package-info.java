/** What each indicator costs a bar. */
@NullMarked
package io.palmyra.bench.indicator;

import org.jspecify.annotations.NullMarked;
