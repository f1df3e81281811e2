package io.palmyra.portfolio.inbound;

import java.util.List;

/**
 * A list as REST answers it.
 *
 * @param items what is in it
 */
record Items<T>(List<T> items) {
  Items {
    items = List.copyOf(items);
  }
}
