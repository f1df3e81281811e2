package io.palmyra.platform.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.opentelemetry.api.OpenTelemetry;
import io.palmyra.platform.stream.MessageTracing;
import io.palmyra.platform.stream.ReadingLoop;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Traces through messages and the health of what reads them. */
@AutoConfiguration(
    beforeName = "io.palmyra.platform.stream.MessagingAutoConfiguration",
    afterName =
        "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
public class TelemetryAutoConfiguration {
  @Bean
  @ConditionalOnBean(OpenTelemetry.class)
  @ConditionalOnMissingBean(MessageTracing.class)
  MessageTracing kafkaTracing(OpenTelemetry telemetry) {
    return new KafkaTracing(telemetry.getTracer("io.palmyra"));
  }

  @Bean
  ReadingLoopHealth readingLoops(ObjectProvider<ReadingLoop> loops) {
    return new ReadingLoopHealth(() -> loops.orderedStream().toList());
  }

  @Bean
  MeterBinder readingLoopMetrics(ObjectProvider<ReadingLoop> loops) {
    return registry -> loops.orderedStream().forEach(loop -> register(registry, loop));
  }

  private static void register(MeterRegistry registry, ReadingLoop loop) {
    Gauge.builder("palmyra.reading.loop.alive", loop, each -> each.alive() ? 1 : 0)
        .description("1 while the loop's thread runs")
        .tag("loop", loop.name())
        .register(registry);
  }
}
