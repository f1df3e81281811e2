package io.palmyra.marketdata.outbound.replay;

import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * LEAN's quote ticks of one day: milliseconds since midnight, bid, ask, without a header; the date
 * stands in the file's name.
 */
final class LeanQuoteTicks implements TickSource {
  private static final long MILLIS_A_DAY = 86_400_000;

  private final LineReader lines;
  private final InstrumentDefined instrument;
  private final LocalDate date;
  private final ZoneId zone;
  private final Instant midnight;
  private final boolean plainDay;

  LeanQuoteTicks(LineReader lines, InstrumentDefined instrument, LocalDate date, ZoneId zone) {
    this.lines = lines;
    this.instrument = instrument;
    this.date = date;
    this.zone = zone;
    this.midnight = date.atStartOfDay(zone).toInstant();
    this.plainDay =
        date.plusDays(1).atStartOfDay(zone).toInstant().equals(midnight.plusMillis(MILLIS_A_DAY));
  }

  @Override
  public boolean read(Rows rows) throws IOException {
    String line = lines.next();
    if (line == null) {
      return false;
    }
    if (!line.isBlank()) {
      try {
        rows.tick(parse(line), lines.number());
      } catch (BadRowException e) {
        rows.reject(lines.number(), String.valueOf(e.getMessage()), line);
      }
    }
    return true;
  }

  private QuoteTick parse(String line) throws BadRowException {
    int first = line.indexOf(',');
    int second = line.indexOf(',', first + 1);
    if (first < 0 || second < 0 || line.indexOf(',', second + 1) >= 0) {
      throw new BadRowException("has not the three columns milliseconds, bid, ask");
    }
    return new QuoteTick(
        instrument.instrument(),
        price(line.substring(first + 1, second), "bid"),
        price(line.substring(second + 1).strip(), "ask"),
        Quantity.ZERO,
        Quantity.ZERO,
        time(line.substring(0, first)),
        ReplayProvider.NAME);
  }

  private Instant time(String text) throws BadRowException {
    try {
      long millis = Long.parseLong(text);
      if (millis >= 0 && millis < MILLIS_A_DAY) {
        return plainDay
            ? midnight.plusMillis(millis)
            : date.atTime(LocalTime.ofNanoOfDay(millis * 1_000_000)).atZone(zone).toInstant();
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new BadRowException("'" + text + "' is not milliseconds since midnight");
  }

  private Price price(String text, String column) throws BadRowException {
    int scale = instrument.priceScale();
    try {
      long mantissa = FixedPoint.parse(text);
      int textScale = FixedPoint.scaleOf(text);
      if (!FixedPoint.isExact(mantissa, textScale, scale)) {
        throw new BadRowException(
            column + " '" + text + "' is finer than " + scale + " decimal places");
      }
      return new Price(FixedPoint.rescale(mantissa, textScale, scale), scale);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new BadRowException(column + " '" + text + "' is no price");
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
