/**
 * The one door: people log in here, reach every service's REST API, send orders, watch the live
 * stream and load the page. It decides nothing about trading; its tokens are checked by every
 * service again.
 */
@NullMarked
package io.palmyra.gateway;

import org.jspecify.annotations.NullMarked;
