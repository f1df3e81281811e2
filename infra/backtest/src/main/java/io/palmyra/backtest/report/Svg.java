package io.palmyra.backtest.report;

import java.util.Locale;

/** Drawings of series, scaled to a box of a thousand by three hundred units. */
public final class Svg {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 300;
  private static final int MOST_POINTS = 1500;

  private final StringBuilder shapes = new StringBuilder();
  private final double low;
  private final double high;
  private final int size;

  /**
   * @param size points along the drawing
   * @param low what lies at its bottom
   * @param high what lies at its top
   */
  public Svg(int size, double low, double high) {
    double room = high > low ? (high - low) * 0.04 : Math.max(1, Math.abs(high) * 0.01);
    this.size = Math.max(2, size);
    this.low = low - room;
    this.high = high + room;
  }

  /** Room for all of some values. */
  public static Svg around(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return new Svg(values.length, low, high);
  }

  /** A line through all values; of many, the lowest and highest of each stretch. */
  public Svg line(double[] values, String style) {
    var path = new StringBuilder();
    int step = Math.max(1, values.length * 2 / MOST_POINTS);
    for (int from = 0; from < values.length; from += step) {
      int lowest = from;
      int highest = from;
      for (int i = from; i < Math.min(from + step, values.length); i++) {
        lowest = values[i] < values[lowest] ? i : lowest;
        highest = values[i] > values[highest] ? i : highest;
      }
      point(path, Math.min(lowest, highest), values);
      if (lowest != highest) {
        point(path, Math.max(lowest, highest), values);
      }
    }
    shapes.append("<path class='").append(style).append("' d='").append(path).append("'/>\n");
    return this;
  }

  private void point(StringBuilder path, int index, double[] values) {
    path.append(path.isEmpty() ? 'M' : 'L').append(xy(x(index), y(values[index])));
  }

  /** A mark at a value. */
  public Svg mark(int index, double value, String style, String title) {
    shapes
        .append("<circle class='")
        .append(style)
        .append(String.format(Locale.ROOT, "' cx='%.1f' cy='%.1f' r='4'>", x(index), y(value)))
        .append("<title>")
        .append(Page.escaped(title))
        .append("</title></circle>\n");
    return this;
  }

  /** A bar from the bottom up to a value. */
  public Svg column(int index, double value, String style, String title) {
    double width = WIDTH / (double) size;
    double top = y(value);
    shapes
        .append("<rect class='")
        .append(style)
        .append(
            String.format(
                Locale.ROOT,
                "' x='%.1f' y='%.1f' width='%.1f' height='%.1f'>",
                index * width + 1,
                top,
                Math.max(1, width - 2),
                Math.max(0, HEIGHT - top)))
        .append("<title>")
        .append(Page.escaped(title))
        .append("</title></rect>\n");
    return this;
  }

  private double x(int index) {
    return index * (double) WIDTH / (size - 1);
  }

  private double y(double value) {
    return HEIGHT - (value - low) / (high - low) * HEIGHT;
  }

  private static String xy(double x, double y) {
    return String.format(Locale.ROOT, "%.1f %.1f", x, y);
  }

  /** The drawing, with its bounds beside it. */
  public String drawn(String top, String bottom) {
    return """
    <figure><span class="top">%s</span><span class="bottom">%s</span>
    <svg viewBox="0 0 %d %d" preserveAspectRatio="none" role="img">
    %s</svg></figure>
    """
        .formatted(Page.escaped(top), Page.escaped(bottom), WIDTH, HEIGHT, shapes);
  }
}
