package io.palmyra.backtest.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that can be tried: each value of each axis with each of the others.
 *
 * @param axes one or more, of different parameters
 */
public record Space(List<Axis> axes) {
  /**
   * @throws IllegalArgumentException if two axes are of one parameter
   */
  public Space {
    axes = List.copyOf(axes);
    if (axes.stream().map(Axis::name).distinct().count() < axes.size()) {
      throw new IllegalArgumentException("--over names a parameter twice; allowed: each once");
    }
  }

  /** How many points it has; {@link Long#MAX_VALUE} for more than that. */
  public long size() {
    long size = 1;
    for (Axis axis : axes) {
      if (size > Long.MAX_VALUE / axis.size()) {
        return Long.MAX_VALUE;
      }
      size *= axis.size();
    }
    return size;
  }

  /** The point of a number from 0; the last axis turns fastest. */
  Point at(long number) {
    var places = new ArrayList<Integer>();
    long rest = number;
    for (int axis = axes.size() - 1; axis >= 0; axis--) {
      int size = axes.get(axis).size();
      places.add((int) (rest % size));
      rest /= size;
    }
    Collections.reverse(places);
    return new Point(places);
  }

  /** The values of a point by their names. */
  Map<String, String> texts(Point point) {
    var texts = new LinkedHashMap<String, String>();
    for (int axis = 0; axis < axes.size(); axis++) {
      Axis each = axes.get(axis);
      texts.put(each.name(), each.values().get(point.places().get(axis)));
    }
    return Collections.unmodifiableMap(texts);
  }

  /** The point of values by their names, each of which must be on its axis. */
  Point pointOf(Map<String, String> texts) {
    return new Point(
        axes.stream().map(axis -> axis.values().indexOf(texts.get(axis.name()))).toList());
  }

  /** One step away on one axis; where an axis has no order, any other value is one step away. */
  List<Point> neighbours(Point point) {
    var near = new ArrayList<Point>();
    for (int axis = 0; axis < axes.size(); axis++) {
      int at = point.places().get(axis);
      for (int place = 0; place < axes.get(axis).size(); place++) {
        boolean isNear = axes.get(axis).ordered() ? Math.abs(place - at) == 1 : place != at;
        if (isNear) {
          near.add(point.moved(axis, place));
        }
      }
    }
    return near;
  }
}
