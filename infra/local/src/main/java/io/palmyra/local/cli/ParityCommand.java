package io.palmyra.local.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = ParityOptions.NAME,
    mixinStandardHelpOptions = true,
    description = ParityOptions.DESCRIPTION)
final class ParityCommand implements Callable<Integer> {
  @Mixin ParityOptions options = new ParityOptions();

  @Mixin StrategiesOption strategies = new StrategiesOption();

  @Mixin KafkaOption kafka = new KafkaOption();

  @Mixin HomeOption where = new HomeOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.times(Instant.now());
    var arguments = new ArrayList<>(List.of("--bootstrap=" + kafka.of(where.home())));
    arguments.addAll(options.arguments());
    arguments.addAll(strategies.arguments(where.home()));
    return new Program("backtest", "io.palmyra.backtest.RunParity", "2g")
        .run(where.home(), arguments);
  }
}
