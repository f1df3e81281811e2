/** Who changed what, in a chain that shows whether it was tampered with. */
@NullMarked
package io.palmyra.gateway.application.audit;

import org.jspecify.annotations.NullMarked;
