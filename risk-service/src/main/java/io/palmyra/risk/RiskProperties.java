package io.palmyra.risk;

import io.palmyra.risk.application.MarketTime;
import io.palmyra.risk.application.limits.SeedLimits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the risk service.
 *
 * @param instance name of this process in its heartbeats, unique among those that run together and
 *     the same after a restart
 * @param marketTime which time decisions are made in
 * @param heartbeatEvery how often the deciding loop says that it is alive
 * @param heartbeatStaleAfter age of a heartbeat above which the trading state is shown as stale
 * @param staleRateAfter age in market time above which a conversion rate denies an order
 * @param maximumOrderAge how long after execution read it an order may still be sent
 * @param controlAckWithin how long a halt waits for Kafka before its caller is told so
 * @param limitsEvery how often limits changed by another instance are looked for
 * @param liftBySecondPerson whether who set a halt may not lift it
 * @param seedLimits limits of accounts that have none when the service first starts
 */
@Validated
@ConfigurationProperties("palmyra.risk")
public record RiskProperties(
    @NotBlank String instance,
    @NotNull @DefaultValue("wall") MarketTime marketTime,
    @NotNull @DefaultValue("1s") Duration heartbeatEvery,
    @NotNull @DefaultValue("3s") Duration heartbeatStaleAfter,
    @NotNull @DefaultValue("60s") Duration staleRateAfter,
    @NotNull @DefaultValue("5s") Duration maximumOrderAge,
    @NotNull @DefaultValue("3s") Duration controlAckWithin,
    @NotNull @DefaultValue("500ms") Duration limitsEvery,
    @DefaultValue("false") boolean liftBySecondPerson,
    @DefaultValue List<@Valid SeedLimits> seedLimits) {
  public RiskProperties {
    seedLimits = List.copyOf(seedLimits);
  }
}
