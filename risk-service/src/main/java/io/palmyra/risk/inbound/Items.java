package io.palmyra.risk.inbound;

import java.util.List;

/**
 * A list as every service answers it.
 *
 * @param items the list
 */
record Items<T>(List<T> items) {}
