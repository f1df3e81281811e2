package io.palmyra.gateway;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the gateway.
 *
 * @param services URL of each service behind the door, by its name: market-data, sentiment,
 *     strategy, execution, risk, portfolio
 * @param keyEncryptionKeyFile file with the secret that encrypts signing keys in the database, at
 *     least 32 characters
 * @param firstAdminPasswordFile file with the password of the user {@code admin}, made at the first
 *     start while there is no user; without it none is made
 * @param localAccessKeyFile file with the key that the command line on this machine exchanges for a
 *     token; without it that door is shut
 * @param tokenLife how long an access token is good, at most one hour
 * @param sessionLife how long a person may renew before logging in again
 * @param keyLife how long a signing key signs
 * @param allowedOrigins origins, besides the gateway's own, whose pages may open the live stream
 * @param streamQueue messages that may wait for one client of the live stream before it is closed
 * @param connectTimeout how long to wait for a service to take a connection
 * @param readTimeout how long to wait for a service's answer
 */
@Validated
@ConfigurationProperties("palmyra.gateway")
public record GatewayProperties(
    @NotEmpty Map<String, URI> services,
    @NotNull Path keyEncryptionKeyFile,
    @Nullable Path firstAdminPasswordFile,
    @Nullable Path localAccessKeyFile,
    @DefaultValue("15m") Duration tokenLife,
    @DefaultValue("12h") Duration sessionLife,
    @DefaultValue("30d") Duration keyLife,
    @DefaultValue List<String> allowedOrigins,
    @DefaultValue("5000") int streamQueue,
    @DefaultValue("1s") Duration connectTimeout,
    @DefaultValue("10s") Duration readTimeout) {
  public GatewayProperties {
    services = Map.copyOf(services);
    allowedOrigins = List.copyOf(allowedOrigins);
    if (tokenLife.compareTo(Duration.ofHours(1)) > 0 || !tokenLife.isPositive()) {
      throw new IllegalArgumentException(
          "token-life is '" + tokenLife + "'; allowed: above PT0S, at most PT1H");
    }
    if (streamQueue < 10) {
      throw new IllegalArgumentException(
          "stream-queue is '" + streamQueue + "'; allowed: 10 or more");
    }
  }
}
