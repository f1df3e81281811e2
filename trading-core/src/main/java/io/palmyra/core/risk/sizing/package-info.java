/** How large an entry is: what share of equity it risks, over what distance. */
@NullMarked
package io.palmyra.core.risk.sizing;

import org.jspecify.annotations.NullMarked;
