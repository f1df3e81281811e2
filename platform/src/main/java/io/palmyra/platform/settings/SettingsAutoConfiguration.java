package io.palmyra.platform.settings;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/** Checks all settings of ours before anything else is built. */
@AutoConfiguration(
    afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@EnableConfigurationProperties(PlatformProperties.class)
public class SettingsAutoConfiguration {
  @Bean
  static BeanFactoryPostProcessor refuseUnknownSettings(ConfigurableEnvironment environment) {
    return beans -> {
      List<InvalidSetting> unknown = UnknownSettings.in(environment, known(beans));
      if (!unknown.isEmpty()) {
        throw new InvalidSettingsException(unknown);
      }
    };
  }

  @Bean
  @ConditionalOnBean(DataSource.class)
  DatabaseDurability databaseDurability(DataSource database) {
    return new DatabaseDurability(database);
  }

  /**
   * The settings of our records. Spring names their beans by prefix and type, so only these are
   * looked at: a look at the annotations of every bean would cost some 7 % of a start.
   */
  private static KnownSettings known(ConfigurableListableBeanFactory beans) {
    var known = new KnownSettings();
    for (String name : beans.getBeanDefinitionNames()) {
      Class<?> type = isOurs(name) ? beans.getType(name, false) : null;
      if (type != null && type.isAnnotationPresent(ConfigurationProperties.class)) {
        known.add(type.getAnnotation(ConfigurationProperties.class).value(), type);
      }
    }
    return known;
  }

  private static boolean isOurs(String bean) {
    return bean.startsWith("palmyra-") || bean.startsWith("palmyra.");
  }
}
