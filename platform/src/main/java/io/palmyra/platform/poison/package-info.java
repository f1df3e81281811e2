/** What happens to records that cannot be read or applied. */
@NullMarked
package io.palmyra.platform.poison;

import org.jspecify.annotations.NullMarked;
