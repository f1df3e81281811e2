package io.palmyra.venue;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the simulated venue. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SimulatedVenueApplication {
  /** Starts it with settings from files, environment and arguments. */
  public static void main(String[] arguments) {
    SpringApplication.run(SimulatedVenueApplication.class, arguments);
  }
}
