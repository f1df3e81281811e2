package io.palmyra.marketdata.outbound.replay;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.instrument.SpotTerms;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.marketdata.InstrumentCatalogue;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What recorded data is of. Given by settings, else told from a path such as {@code
 * …/oanda/tick/eurusd/…} as LEAN lays it out, else named after the file. Its sessions are always
 * open: the data itself says when it traded.
 */
final class ReplayInstrument {
  private static final List<String> RESOLUTIONS =
      List.of("tick", "second", "minute", "hour", "daily");
  private static final int DEFAULT_SCALE = 5;

  private ReplayInstrument() {}

  static InstrumentDefined of(ReplaySettings settings, LocalDate today) {
    InstrumentId id =
        settings.instrument() == null
            ? toldFrom(settings.path())
            : new InstrumentId(settings.instrument());
    InstrumentDefined known =
        new InstrumentCatalogue(id.venue(), today, true)
            .named(id.symbol())
            .orElseGet(() -> spot(id));
    Integer scale = settings.priceScale();
    return scale == null || scale == known.priceScale() ? known : atScale(known, scale);
  }

  private static InstrumentId toldFrom(Path path) {
    Path folder = path.toString().matches(".*\\.(csv|gz|zip)") ? path.getParent() : path;
    int names = folder == null ? 0 : folder.getNameCount();
    if (folder != null && names >= 3 && RESOLUTIONS.contains(name(folder, names - 2))) {
      return new InstrumentId(
          upper(name(folder, names - 1)) + "." + upper(name(folder, names - 3)));
    }
    String stem = upper(ReplayFiles.nameOf(path)).replaceFirst("\\.(CSV|ZIP|CSV\\.GZ)$", "");
    String symbol = stem.replaceAll("[^A-Z0-9-]+", "-").replaceFirst("^-+", "");
    return InstrumentId.of(
        symbol.isEmpty() ? "DATA" : symbol.substring(0, Math.min(32, symbol.length())),
        new VenueId("REPLAY"));
  }

  private static String name(Path path, int index) {
    return path.getName(index).toString().toLowerCase(Locale.ROOT);
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private static InstrumentDefined spot(InstrumentId id) {
    return new InstrumentDefined(
        id,
        "Recorded prices of " + id.symbol(),
        Currency.USD,
        Currency.USD,
        DEFAULT_SCALE,
        new Price(1, DEFAULT_SCALE),
        4,
        Quantity.of("0.0001"),
        Quantity.of("0.0001"),
        Quantity.of("1000000"),
        Quantity.ONE,
        new SpotTerms(),
        SessionCalendar.always());
  }

  private static InstrumentDefined atScale(InstrumentDefined it, int scale) {
    FixedPoint.requireScale(scale);
    return new InstrumentDefined(
        it.instrument(),
        it.description(),
        it.baseCurrency(),
        it.quoteCurrency(),
        scale,
        new Price(1, scale),
        it.quantityScale(),
        it.lotSize(),
        it.minimumQuantity(),
        it.maximumQuantity(),
        it.multiplier(),
        it.terms(),
        it.calendar());
  }
}
