package io.palmyra.risk;

import io.palmyra.platform.settings.AccountSettings;
import io.palmyra.platform.settings.PlatformProperties;
import io.palmyra.risk.application.limits.CurrentLimits;
import io.palmyra.risk.application.limits.EditFirmLimits;
import io.palmyra.risk.application.limits.EditLimits;
import io.palmyra.risk.application.limits.FirmLimitStore;
import io.palmyra.risk.application.limits.LimitStore;
import io.palmyra.risk.application.reporting.Audit;
import java.time.InstantSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Builds the use cases of limits. */
@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {
  @Bean
  CurrentLimits currentLimits(LimitStore store) {
    return new CurrentLimits(store);
  }

  @Bean
  EditLimits editLimits(
      LimitStore store, CurrentLimits current, Audit audit, JsonMapper json, InstantSource clock) {
    return new EditLimits(store, current, audit, json::writeValueAsString, clock);
  }

  @Bean
  EditFirmLimits editFirmLimits(
      FirmLimitStore store, Audit audit, JsonMapper json, InstantSource clock) {
    return new EditFirmLimits(store, audit, json::writeValueAsString, clock);
  }

  /** Gives first limits and takes up what is stored, before anything is read or decided. */
  @Bean
  SmartInitializingSingleton firstLimits(
      EditLimits edit,
      CurrentLimits current,
      RiskProperties properties,
      PlatformProperties platform) {
    return () -> {
      edit.seed(
          properties.seedLimits(),
          account -> platform.account(account).map(AccountSettings::baseCurrency));
      current.refresh();
    };
  }
}
