package io.palmyra.execution;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts execution. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ExecutionServiceApplication {
  /** Starts the service with settings from files, environment and arguments. */
  public static void main(String[] arguments) {
    SpringApplication.run(ExecutionServiceApplication.class, arguments);
  }
}
