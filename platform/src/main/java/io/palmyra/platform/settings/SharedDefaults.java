package io.palmyra.platform.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Puts {@code palmyra-defaults.yaml} under all other settings, and has the files of {@code
 * palmyra.secrets-dir} read as settings. Called by Spring Boot before it reads settings files.
 */
final class SharedDefaults implements EnvironmentPostProcessor, Ordered {
  static final String SECRETS_DIR = "palmyra.secrets-dir";
  static final String IMPORTED = "spring.config.import";

  private static final String FILE = "palmyra-defaults.yaml";

  /** Before {@code ConfigDataEnvironmentPostProcessor}, which reads the import. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 5;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    Map<String, Object> defaults = read();
    String secrets = environment.getProperty(SECRETS_DIR);
    if (secrets != null && !secrets.isBlank()) {
      String directory = secrets.endsWith("/") ? secrets : secrets + "/";
      defaults.put(IMPORTED, "optional:configtree:" + directory);
    }
    DefaultPropertiesPropertySource.addOrMerge(defaults, environment.getPropertySources());
  }

  private static Map<String, Object> read() {
    var values = new HashMap<String, Object>();
    try {
      new YamlPropertySourceLoader()
          .load(FILE, new ClassPathResource(FILE))
          .forEach(
              source -> {
                if (source instanceof EnumerablePropertySource<?> yaml) {
                  for (String name : yaml.getPropertyNames()) {
                    values.put(name, yaml.getProperty(name));
                  }
                }
              });
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
