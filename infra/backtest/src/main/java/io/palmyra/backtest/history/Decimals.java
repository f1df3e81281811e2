package io.palmyra.backtest.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/**
 * The numbers of a row: prices exact, a volume rounded where it has more decimals than a quantity,
 * as those have that went through a binary fraction.
 */
record Decimals(
    BigDecimal open,
    BigDecimal high,
    BigDecimal low,
    BigDecimal close,
    BigDecimal volume,
    boolean volumeRounded) {
  /** As many decimals as our prices and quantities have. */
  private static final int MOST = 8;

  /** Empty if one of them is none. */
  static Optional<Decimals> of(CSVRecord record, Columns columns) {
    try {
      BigDecimal volume =
          columns.volume().map(record::get).map(Decimals::amount).orElse(BigDecimal.ZERO);
      boolean tooFine = volume.scale() > MOST;
      return Optional.of(
          new Decimals(
              number(record.get(columns.open())),
              number(record.get(columns.high())),
              number(record.get(columns.low())),
              number(record.get(columns.close())),
              tooFine ? plain(volume.setScale(MOST, RoundingMode.HALF_EVEN)) : volume,
              tooFine));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static BigDecimal number(String text) {
    BigDecimal plain = plain(new BigDecimal(text.strip().replace(",", "")));
    if (plain.scale() > MOST) {
      throw new NumberFormatException(text + " has more than " + MOST + " decimals");
    }
    return plain;
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Volumes are often left out, and often written with a unit: 1.2K, 3M. */
  private static BigDecimal amount(String text) {
    String plain = text.strip().toUpperCase(Locale.ROOT);
    if (plain.isEmpty() || plain.equals("-")) {
      return BigDecimal.ZERO;
    }
    int power =
        switch (plain.charAt(plain.length() - 1)) {
          case 'K' -> 3;
          case 'M' -> 6;
          case 'B' -> 9;
          default -> 0;
        };
    String digits = power == 0 ? plain : plain.substring(0, plain.length() - 1);
    return plain(new BigDecimal(digits.strip().replace(",", "")).scaleByPowerOfTen(power));
  }

  /** What keeps them from being a bar. */
  Optional<RejectReason> wrong() {
    if (low.signum() <= 0 || open.signum() <= 0 || close.signum() <= 0 || volume.signum() < 0) {
      return Optional.of(RejectReason.OUT_OF_RANGE);
    }
    boolean ordered = low.compareTo(open.min(close)) <= 0 && high.compareTo(open.max(close)) >= 0;
    return ordered ? Optional.empty() : Optional.of(RejectReason.HIGH_LOW);
  }

  int priceScale() {
    return Math.max(Math.max(open.scale(), high.scale()), Math.max(low.scale(), close.scale()));
  }
}
