package io.palmyra.marketdata.outbound.replay;

import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.FixedPoint;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bars in plain CSV with a header, as ticks. Looks at the first rows to learn the order of the file
 * and the length of its bars; a file that stands newest first is read whole and turned round.
 */
final class OhlcvBars implements TickSource {
  private static final int LOOKAHEAD = 200;
  private static final int MOST_ROWS_TO_TURN = 1_000_000;
  private static final Duration LENGTH_OF_A_LONELY_BAR = Duration.ofMinutes(1);

  private final LineReader lines;
  private final Header header;
  private final RowTime times;
  private final int scale;
  private final RecordedBar.Quoting quoting;
  private final @Nullable Duration givenLength;
  private final ArrayDeque<RecordedBar> ahead = new ArrayDeque<>();
  private @Nullable Duration length;
  private Instant before = Instant.MIN;

  OhlcvBars(LineReader lines, InstrumentDefined instrument, ReplaySettings settings)
      throws IOException {
    this.lines = lines;
    String first = lines.next();
    if (first == null) {
      throw new IOException("the file is empty");
    }
    this.header = Header.of(first, settings.columns());
    this.times = new RowTime(settings.zone(), settings.dateFormat());
    this.scale = instrument.priceScale();
    this.givenLength = settings.barLength();
    this.quoting =
        new RecordedBar.Quoting(
            instrument.instrument(),
            scale,
            instrument.tickSize().atScale(scale).mantissa(),
            settings.spreadTicks());
  }

  @Override
  public boolean read(Rows rows) throws IOException {
    Duration known = length;
    if (known == null) {
      known = lookAhead(rows);
      length = known;
    }
    RecordedBar bar = ahead.pollFirst();
    if (bar == null) {
      String line = lines.next();
      if (line == null) {
        return false;
      }
      bar = parse(line, rows);
    }
    if (bar != null) {
      give(bar, known, rows);
    }
    return true;
  }

  private void give(RecordedBar bar, Duration length, Rows rows) {
    if (!bar.time().isAfter(before)) {
      rows.reject(bar.line(), "its time " + bar.time() + " is not after " + before, "");
      return;
    }
    before = bar.time();
    bar.quote(quoting, length, rows);
  }

  /** Fills the queue with the first bars and tells how long bars are. */
  private Duration lookAhead(Rows rows) throws IOException {
    List<RecordedBar> first = new ArrayList<>();
    readInto(first, LOOKAHEAD, rows);
    boolean newestFirst =
        first.size() > 1 && first.getFirst().time().isAfter(first.getLast().time());
    if (newestFirst) {
      readInto(first, MOST_ROWS_TO_TURN, rows);
      if (first.size() >= MOST_ROWS_TO_TURN) {
        throw new IOException(
            "stands newest first and has over " + MOST_ROWS_TO_TURN + " rows: sort it first");
      }
      Collections.reverse(first);
    }
    ahead.addAll(first);
    return givenLength == null ? shortestStep(first) : givenLength;
  }

  private void readInto(List<RecordedBar> bars, int until, Rows rows) throws IOException {
    String line;
    while (bars.size() < until && (line = lines.next()) != null) {
      RecordedBar bar = parse(line, rows);
      if (bar != null) {
        bars.add(bar);
      }
    }
  }

  private static Duration shortestStep(List<RecordedBar> bars) {
    Duration shortest = null;
    for (int i = 1; i < bars.size(); i++) {
      Duration step = Duration.between(bars.get(i - 1).time(), bars.get(i).time());
      if (step.isPositive() && (shortest == null || step.compareTo(shortest) < 0)) {
        shortest = step;
      }
    }
    return shortest == null ? LENGTH_OF_A_LONELY_BAR : shortest;
  }

  private @Nullable RecordedBar parse(String line, Rows rows) {
    if (line.isBlank()) {
      return null;
    }
    try {
      List<String> cells = CsvLine.cells(line, header.separator());
      if (cells.size() < header.cells()) {
        throw new BadRowException(
            "has " + cells.size() + " columns where the header has " + header.cells());
      }
      String time = cells.get(header.time());
      var bar =
          new RecordedBar(
              lines.number(),
              times.parse(
                  header.timeOfDay() < 0 ? time : time + " " + cells.get(header.timeOfDay())),
              price(cells, header.open(), "open"),
              price(cells, header.high(), "high"),
              price(cells, header.low(), "low"),
              price(cells, header.close(), "close"));
      bar.check();
      return bar;
    } catch (BadRowException e) {
      rows.reject(lines.number(), String.valueOf(e.getMessage()), line);
      return null;
    }
  }

  private long price(List<String> cells, int index, String column) throws BadRowException {
    String text = cells.get(index).replace(",", "");
    try {
      long mantissa = FixedPoint.parse(text);
      int textScale = FixedPoint.scaleOf(text);
      if (!FixedPoint.isExact(mantissa, textScale, scale)) {
        throw new BadRowException(
            column + " '" + text + "' is finer than " + scale + " decimal places");
      }
      return FixedPoint.rescale(mantissa, textScale, scale);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new BadRowException(column + " '" + text + "' is no price");
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
