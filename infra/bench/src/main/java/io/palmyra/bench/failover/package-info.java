/** How long an account stands still when the execution that owns it dies or freezes. */
@NullMarked
package io.palmyra.bench.failover;

import org.jspecify.annotations.NullMarked;
