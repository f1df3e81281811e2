package io.palmyra.portfolio;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Keeps the books of every account. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PortfolioServiceApplication {
  /** Starts the service. */
  public static void main(String[] arguments) {
    SpringApplication.run(PortfolioServiceApplication.class, arguments);
  }
}
