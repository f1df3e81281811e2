/** What a transaction wants published, written with it and sent in order after its commit. */
@NullMarked
package io.palmyra.platform.outbox;

import org.jspecify.annotations.NullMarked;
