package io.palmyra.strategy.inbound;

import java.util.List;

/**
 * A list as REST gives it.
 *
 * @param items its members
 */
record Items<T>(List<T> items) {}
