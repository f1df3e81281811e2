package io.palmyra.platform.settings;

import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Sets what follows from our own settings, once all of them are read. */
final class DerivedSettings implements EnvironmentPostProcessor, Ordered {
  private static final String JSON_LOGS = "palmyra.logging.json";

  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER + 1;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if ("true".equalsIgnoreCase(environment.getProperty(JSON_LOGS))) {
      DefaultPropertiesPropertySource.addOrMerge(
          Map.of("logging.structured.format.console", "ecs"), environment.getPropertySources());
    }
    String secrets = environment.getProperty(SharedDefaults.SECRETS_DIR);
    if (secrets != null
        && !secrets.isBlank()
        && environment.getProperty(SharedDefaults.IMPORTED) == null) {
      throw new InvalidSettingsException(
          List.of(
              new InvalidSetting(
                  SharedDefaults.SECRETS_DIR,
                  secrets,
                  "given by the environment (PALMYRA_SECRETS_DIR) or as an argument: in a settings"
                      + " file it comes too late")));
    }
  }
}
