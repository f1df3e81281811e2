package io.palmyra.risk;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the risk service. */
@SpringBootApplication
public class RiskServiceApplication {
  /** Entry point. */
  public static void main(String[] arguments) {
    SpringApplication.run(RiskServiceApplication.class, arguments);
  }
}
