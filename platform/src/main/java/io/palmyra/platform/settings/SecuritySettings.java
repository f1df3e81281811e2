package io.palmyra.platform.settings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tokens are checked.
 *
 * @param jwkSetUri where the gateway publishes its public keys
 * @param issuer what a token must name as its issuer
 * @param audience what a token must name among its audiences
 * @param keysFor how long fetched keys are used before they are fetched again; a key that the
 *     gateway withdrew is refused within this time
 * @param keysAtMostEvery shortest time between two fetches, however many unknown keys tokens name
 * @param clockSkew how far this machine's clock may be from the gateway's
 */
public record SecuritySettings(
    @NotNull URI jwkSetUri,
    @NotBlank @DefaultValue("palmyra") String issuer,
    @NotBlank @DefaultValue("palmyra-services") String audience,
    @NotNull @DefaultValue("5m") Duration keysFor,
    @NotNull @DefaultValue("5s") Duration keysAtMostEvery,
    @NotNull @DefaultValue("5s") Duration clockSkew) {}
