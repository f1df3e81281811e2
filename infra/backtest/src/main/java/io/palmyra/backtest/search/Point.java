package io.palmyra.backtest.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in a space.
 *
 * @param places of its value on each axis, from 0
 */
record Point(List<Integer> places) {
  Point {
    places = List.copyOf(places);
  }

  Point moved(int axis, int place) {
    var moved = new ArrayList<>(places);
    moved.set(axis, place);
    return new Point(moved);
  }
}
