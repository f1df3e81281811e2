package io.palmyra.local.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = OptimizeOptions.NAME,
    mixinStandardHelpOptions = true,
    description = OptimizeOptions.DESCRIPTION)
final class OptimizeCommand implements Callable<Integer> {
  @Mixin OptimizeOptions options = new OptimizeOptions();

  @Mixin HomeOption where = new HomeOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return new Program(
            "backtest", "io.palmyra.backtest.RunSearch", List.of("-XX:+UseParallelGC", "-Xmx4g"))
        .run(where.home(), options.search().setup(), options.arguments());
  }
}
