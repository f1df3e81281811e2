package io.palmyra.platform.settings;

import io.palmyra.contracts.id.AccountId;
import jakarta.validation.Valid;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings that every service has.
 *
 * @param accounts the accounts of this suite
 * @param secretsDir directory whose files are settings, one a file, named as the setting; given by
 *     environment or argument
 * @param logging how logs are written
 * @param security how tokens are checked
 */
@Validated
@ConfigurationProperties("palmyra")
public record PlatformProperties(
    @DefaultValue List<@Valid AccountSettings> accounts,
    @Nullable Path secretsDir,
    @NestedConfigurationProperty @DefaultValue @Valid LoggingSettings logging,
    @NestedConfigurationProperty @DefaultValue @Valid SecuritySettings security) {
  public PlatformProperties {
    accounts = List.copyOf(accounts);
  }

  /** The settings of an account, empty if this suite does not trade it. */
  public Optional<AccountSettings> account(AccountId id) {
    return accounts.stream().filter(account -> account.id().equals(id)).findFirst();
  }
}
