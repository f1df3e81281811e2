package io.palmyra.local.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = BacktestOptions.NAME,
    mixinStandardHelpOptions = true,
    description = BacktestOptions.DESCRIPTION)
final class BacktestCommand implements Callable<Integer> {
  @Mixin BacktestOptions options = new BacktestOptions();

  @Mixin HomeOption where = new HomeOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return new Program(
            "backtest",
            "io.palmyra.backtest.RunBacktest",
            List.of("-XX:+UseSerialGC", "-Xmx2g", "-Xmn512m"))
        .run(where.home(), options.setup(), options.arguments());
  }
}
