package io.palmyra.platform.sample;

import io.palmyra.platform.stream.ReadingLoop;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
@EnableConfigurationProperties(SampleProperties.class)
class SampleService {
  @Bean
  SampleLoop sampleLoop() {
    return new SampleLoop();
  }

  /** A loop that a test may let die. */
  static final class SampleLoop implements ReadingLoop {
    volatile boolean alive = true;
    volatile @Nullable String failure;

    @Override
    public String name() {
      return "sample";
    }

    @Override
    public boolean alive() {
      return alive;
    }

    @Override
    public Optional<String> failure() {
      return Optional.ofNullable(failure);
    }
  }
}
