package io.palmyra.strategy.inbound;

import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.userstrategy.LoadedStrategies;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The types of strategy, each with its parameters and where it comes from. */
@RestController
@RequestMapping("/api/v1/strategies")
class StrategyController {
  private final StrategyCatalogue catalogue;
  private final LoadedStrategies loaded;

  StrategyController(StrategyCatalogue catalogue, LoadedStrategies loaded) {
    this.catalogue = catalogue;
    this.loaded = loaded;
  }

  @GetMapping
  @ForViewers
  Items<StrategyView> list() {
    return new Items<>(
        catalogue.all().stream().map(type -> StrategyView.of(type, loaded)).toList());
  }

  /** The jars and models of users as they were at the start, those that were refused too. */
  @GetMapping("/files")
  @ForViewers
  Items<FileView> files() {
    Stream<FileView> taken =
        Stream.concat(
            loaded.jars().stream().map(FileView::of),
            loaded.models().taken().stream().map(FileView::of));
    return new Items<>(Stream.concat(taken, loaded.refused().stream().map(FileView::of)).toList());
  }
}
