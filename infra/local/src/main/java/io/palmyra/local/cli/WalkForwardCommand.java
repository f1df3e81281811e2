package io.palmyra.local.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = WalkForwardOptions.NAME,
    mixinStandardHelpOptions = true,
    description = WalkForwardOptions.DESCRIPTION)
final class WalkForwardCommand implements Callable<Integer> {
  @Mixin WalkForwardOptions options = new WalkForwardOptions();

  @Mixin HomeOption where = new HomeOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return new Program(
            "backtest",
            "io.palmyra.backtest.RunWalkForward",
            List.of("-XX:+UseParallelGC", "-Xmx4g"))
        .run(where.home(), options.search().setup(), options.arguments());
  }
}
