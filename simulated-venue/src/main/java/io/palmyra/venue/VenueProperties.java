package io.palmyra.venue;

import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.venue.VenueRules;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the simulated venue.
 *
 * @param dataDir directory of the journal
 * @param accountSecret what clients must know to log on
 * @param port of the venue protocol; 0 for any free one
 * @param address that the venue protocol listens on
 * @param initialCash what an account is opened with
 * @param initialCurrency of the initial cash
 * @param commissionPerMillion millionths of a fill's value that are charged
 * @param ratesFor how old a rate may be that the margin check converts with
 * @param messagesPerSecond orders, cancels and replacements of a session within any second, told at
 *     log-on; 0 for no bound
 * @param silence after which a connection that says nothing is closed
 */
@Validated
@ConfigurationProperties("palmyra.venue")
public record VenueProperties(
    @NotNull Path dataDir,
    @NotBlank String accountSecret,
    @DefaultValue("8097") @Min(0) @Max(65535) int port,
    @DefaultValue("127.0.0.1") @NotBlank String address,
    @DefaultValue("100000") @Pattern(regexp = NUMBER, message = NUMBERS) String initialCash,
    @DefaultValue("USD") @NotNull Currency initialCurrency,
    @DefaultValue("20") @Min(0) @Max(100_000) int commissionPerMillion,
    @DefaultValue("1h") @NotNull Duration ratesFor,
    @DefaultValue("0") @Min(0) @Max(1_000_000) int messagesPerSecond,
    @DefaultValue("5s") @NotNull Duration silence) {
  private static final String NUMBER = "\\d{1,12}(\\.\\d{1,8})?";
  private static final String NUMBERS = "a number from 0 on, with at most 8 decimals";

  /** What the venue asks of every account. */
  public VenueRules rules() {
    return new VenueRules(
        Money.of(initialCash, initialCurrency), new Quantity(commissionPerMillion, 6), ratesFor);
  }
}
