package io.palmyra.local.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = BacktestOptions.NAME,
    mixinStandardHelpOptions = true,
    description = BacktestOptions.DESCRIPTION)
final class BacktestCommand implements Callable<Integer> {
  @Mixin BacktestOptions options = new BacktestOptions();

  @Mixin AccountOptions account = new AccountOptions();

  @Mixin HomeOption where = new HomeOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var arguments = new ArrayList<>(options.arguments());
    arguments.addAll(account.arguments());
    return new Program("backtest", "io.palmyra.backtest.RunBacktest", "2g")
        .run(where.home(), arguments);
  }
}
