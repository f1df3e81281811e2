package io.palmyra.platform.time;

import java.time.Clock;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The clocks and ids of a service. A replay or a test brings its own {@link Clock} instead. */
@AutoConfiguration(beforeName = "io.palmyra.platform.stream.MessagingAutoConfiguration")
public class TimeAutoConfiguration {
  @Bean
  @ConditionalOnMissingBean(InstantSource.class)
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  @ConditionalOnMissingBean
  MonotonicClock monotonicClock() {
    return MonotonicClock.SYSTEM;
  }

  @Bean
  @ConditionalOnMissingBean
  Ids ids(InstantSource clock) {
    return new Ids(clock);
  }
}
