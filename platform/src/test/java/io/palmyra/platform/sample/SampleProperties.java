package io.palmyra.platform.sample;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

@Validated
@ConfigurationProperties("palmyra.sample")
record SampleProperties(
    @Min(1) @Max(10) @DefaultValue("3") int retryCount,
    @NotNull @DefaultValue("HIGH") Level level,
    @NotNull @DefaultValue("5s") Duration waitAtMost,
    @DefaultValue Map<String, String> parameters) {
  enum Level {
    LOW,
    HIGH
  }
}
