package io.palmyra.sentiment.inbound;

import java.util.List;

/**
 * A list as REST answers it.
 *
 * @param items in the order that the endpoint promises
 */
record Items<T>(List<T> items) {}
