package io.palmyra.platform.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Finds settings under {@code palmyra.} that no record has, whatever they come from. */
final class UnknownSettings {
  private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("palmyra");
  private static final String VARIABLE = "PALMYRA_";

  /** Variables of the command, the build and the tests, which a service may inherit. */
  private static final Set<String> OF_TOOLS =
      Set.of(
          "PALMYRA_SERVERS",
          "PALMYRA_AOT",
          "PALMYRA_CACHE_DIR",
          "PALMYRA_SHARED_DATA",
          "PALMYRA_CI",
          "PALMYRA_HOME",
          "PALMYRA_TOKEN",
          "PALMYRA_TOKEN_FILE");

  private UnknownSettings() {}

  /** What is unknown, by name. */
  static List<InvalidSetting> in(ConfigurableEnvironment environment, KnownSettings known) {
    var found = new TreeMap<String, InvalidSetting>();
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      if (source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource variables) {
        variables(variables, known).forEach(setting -> found.put(setting.name(), setting));
      } else if (source instanceof IterableConfigurationPropertySource iterable) {
        for (ConfigurationPropertyName name : iterable) {
          if (ROOT.isAncestorOf(name) && !known.knows(name)) {
            var property = source.getConfigurationProperty(name);
            found.put(
                name.toString(),
                unknown(name.toString(), property == null ? null : property.getValue(), known));
          }
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static List<InvalidSetting> variables(
      EnumerablePropertySource<?> variables, KnownSettings known) {
    var unknown = new ArrayList<InvalidSetting>();
    for (String name : variables.getPropertyNames()) {
      if (name.toUpperCase(Locale.ROOT).startsWith(VARIABLE)
          && !OF_TOOLS.contains(name)
          && !known.knowsLoosely(name)) {
        unknown.add(unknown(name, ((PropertySource<?>) variables).getProperty(name), known));
      }
    }
    return unknown;
  }

  private static InvalidSetting unknown(
      String name, @org.jspecify.annotations.Nullable Object value, KnownSettings known) {
    return new InvalidSetting(
        name,
        SettingNames.shown(name, value == null ? "" : value),
        "no such setting; known are "
            + String.join(", ", known.names().stream().sorted().toList()));
  }
}
