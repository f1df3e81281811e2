package io.palmyra.strategy.inbound;

import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.platform.security.ForViewers;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The types of strategy, each with its parameters. */
@RestController
@RequestMapping("/api/v1/strategies")
class StrategyController {
  private final StrategyCatalogue catalogue;

  StrategyController(StrategyCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @GetMapping
  @ForViewers
  Items<StrategyView> list() {
    return new Items<>(catalogue.all().stream().map(StrategyView::of).toList());
  }
}
