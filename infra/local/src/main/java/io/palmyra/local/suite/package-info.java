/**
 * The suite on one machine: the servers, the topics, the secrets and each service as a process of
 * its own, started, watched and stopped in good order.
 */
@NullMarked
package io.palmyra.local.suite;

import org.jspecify.annotations.NullMarked;
