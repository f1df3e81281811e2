package io.palmyra.marketdata.outbound.replay;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How recorded history is replayed.
 *
 * @param path a file, or a directory whose files are replayed in the order of their names
 * @param speed a number (1 as it happened, 60 a minute in a second) or max
 * @param start whether it begins with the service or waits for POST /api/v1/feeds/start
 * @param instrument what the data is of, as SYMBOL.VENUE; told from the path where it is not given
 * @param zone of times without an offset
 * @param dateFormat pattern of the time column; told from the data where it is not given
 * @param columns names of columns that are not called as usual
 * @param priceScale decimal places of prices; the instrument's where it is not given, else 5
 * @param barLength how long a bar of the file is; told from the data where it is not given
 * @param spreadTicks spread of the quotes that bars are turned into; even, so that mids are exact
 * @param longestPause pauses between two ticks that would last longer are cut to this
 * @param maximumFileSize of a file after decompression; what is longer is cut and reported
 */
public record ReplaySettings(
    @NotNull Path path,
    @DefaultValue("1") @NotNull ReplaySpeed speed,
    @DefaultValue("with-service") @NotNull Start start,
    @Nullable String instrument,
    @DefaultValue("UTC") @NotNull ZoneId zone,
    @Nullable String dateFormat,
    @DefaultValue @Valid Columns columns,
    @Nullable @Min(0) @Max(9) Integer priceScale,
    @Nullable Duration barLength,
    @DefaultValue("2") @Min(0) @Max(1000) int spreadTicks,
    @DefaultValue("1m") @NotNull Duration longestPause,
    @DefaultValue("4GB") @NotNull DataSize maximumFileSize) {

  /** When it begins. */
  public enum Start {
    /** As soon as the service is up. */
    WITH_SERVICE,
    /** When POST /api/v1/feeds/start asks for it. */
    ON_REQUEST
  }

  /**
   * Names of columns, in any case; those not given are looked for under their usual names.
   *
   * @param time date and time, or the date alone
   * @param timeOfDay the time, where it has a column of its own
   * @param open first price
   * @param high highest price
   * @param low lowest price
   * @param close last price
   */
  public record Columns(
      @Nullable String time,
      @Nullable String timeOfDay,
      @Nullable String open,
      @Nullable String high,
      @Nullable String low,
      @Nullable String close) {}
}
