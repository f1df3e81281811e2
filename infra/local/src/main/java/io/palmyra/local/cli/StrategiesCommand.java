package io.palmyra.local.cli;

import io.palmyra.local.suite.SuiteHome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "strategies",
    mixinStandardHelpOptions = true,
    description = "Lists the strategies that there are; with an id, the parameters of one.")
final class StrategiesCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", arity = "0..1", description = "Such as sma-cross.")
  @Nullable String id;

  @Mixin StrategiesOption strategies = new StrategiesOption();

  @Mixin HomeOption where = new HomeOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    SuiteHome home = where.home();
    List<String> arguments = new ArrayList<>(strategies.arguments(home));
    if (id != null) {
      arguments.add(id);
    }
    return new Program("backtest", "io.palmyra.backtest.ListStrategies", "128m")
        .run(home, arguments);
  }
}
