package io.palmyra.local.cli;

import io.palmyra.local.suite.SuiteHome;
import java.io.IOException;
import java.util.ArrayList;
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

  @Mixin StrategiesOption strategies = new StrategiesOption();

  @Mixin HomeOption where = new HomeOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    SuiteHome home = where.home();
    List<String> arguments = new ArrayList<>(options.arguments());
    arguments.addAll(strategies.arguments(home));
    return new Program("backtest", "io.palmyra.backtest.RunBacktest", "2g").run(home, arguments);
  }
}
