/** Log-in, tokens and their keys, users, order entry and the fan-out of the live stream. */
@NullMarked
package io.palmyra.gateway.application;

import org.jspecify.annotations.NullMarked;
