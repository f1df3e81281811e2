package io.palmyra.strategy.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.palmyra.platform.poison.DeadLetters;
import io.palmyra.platform.poison.HaltRequests;
import io.palmyra.platform.stream.StreamParts;
import io.palmyra.strategy.StrategyProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the loop that feeds the instances. */
@Configuration(proxyBeanMethods = false)
class InputConfiguration {
  @Bean
  InputLoop inputLoop(
      StreamParts parts,
      DeadLetters deadLetters,
      HaltRequests halts,
      MeterRegistry metrics,
      StrategyProperties settings) {
    var plan = new InputPlan(settings.history(), settings.sentimentHistory());
    var listeners = new Listeners();
    var past = new PastReader(parts.clients(), parts.codec(), parts.clock(), plan);
    var dispatch =
        new InputDispatch(
            parts.codec(),
            listeners,
            deadLetters,
            halts,
            parts.tracing(),
            parts.monotonic(),
            metrics);
    return new InputLoop(parts.clients(), plan, past, dispatch, listeners, parts.monotonic());
  }
}
