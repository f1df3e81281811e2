package io.palmyra.strategy;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the strategy service. */
@SpringBootApplication
public class StrategyServiceApplication {
  /** Entry point. */
  public static void main(String[] arguments) {
    SpringApplication.run(StrategyServiceApplication.class, arguments);
  }
}
