/** Orders that may fail one check because two persons say so. */
@NullMarked
package io.palmyra.risk.application.override;

import org.jspecify.annotations.NullMarked;
