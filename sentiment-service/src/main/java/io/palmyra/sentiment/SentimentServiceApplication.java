package io.palmyra.sentiment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Scores what the news say. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SentimentServiceApplication {
  /** Starts the service with settings from files, environment and arguments. */
  public static void main(String[] arguments) {
    SpringApplication.run(SentimentServiceApplication.class, arguments);
  }
}
