package io.palmyra.portfolio;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the portfolio service.
 *
 * @param maximumMarkAge by market time, after which a price or rate values nothing any more; longer
 *     than a weekend, so that the books keep their worth over it
 * @param warmUp how far back ticks are read at the start, for marks of instruments that are quiet
 * @param announceEvery shortest time between two valuations that only prices caused
 * @param everyPointFor how long each point of the equity curve is kept; older ones are thinned to
 *     one a minute
 * @param minutePointsFor how long the points of each minute are kept; older ones are thinned to one
 *     an hour
 */
@Validated
@ConfigurationProperties("palmyra.portfolio")
public record PortfolioProperties(
    @NotNull @DefaultValue("4d") Duration maximumMarkAge,
    @NotNull @DefaultValue("10m") Duration warmUp,
    @NotNull @DefaultValue("1s") Duration announceEvery,
    @NotNull @DefaultValue("2h") Duration everyPointFor,
    @NotNull @DefaultValue("30d") Duration minutePointsFor) {}
