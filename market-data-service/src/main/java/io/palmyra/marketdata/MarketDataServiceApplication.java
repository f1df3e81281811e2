package io.palmyra.marketdata;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts market data. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MarketDataServiceApplication {
  /** Starts the service with settings from files, environment and arguments. */
  public static void main(String[] arguments) {
    SpringApplication.run(MarketDataServiceApplication.class, arguments);
  }
}
