package io.palmyra.marketdata.inbound;

import java.util.List;

/**
 * A list as REST answers it.
 *
 * @param items in the order that the endpoint promises
 */
record Page<T>(List<T> items) {}
