/**
 * Ownership of a resource by one process at a time: an advisory lock on a connection of its own,
 * and a fencing epoch that the database checks. The lock makes takeover fast; the epoch makes it
 * safe.
 */
@NullMarked
package io.palmyra.platform.lease;

import org.jspecify.annotations.NullMarked;
