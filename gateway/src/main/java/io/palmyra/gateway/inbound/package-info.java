/**
 * What comes in: log-in, users, orders, keys, routes to the services, the live stream, the page.
 */
@NullMarked
package io.palmyra.gateway.inbound;

import org.jspecify.annotations.NullMarked;
