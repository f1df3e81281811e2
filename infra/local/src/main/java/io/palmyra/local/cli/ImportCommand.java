package io.palmyra.local.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

@Command(
    name = "import",
    description = "Reads bars from a file and tells of every row that is not taken.")
final class ImportCommand implements Callable<Integer> {
  @Unmatched List<String> arguments = new ArrayList<>();

  @Mixin HomeOption where = new HomeOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return new Program("backtest", "io.palmyra.backtest.ImportHistory", "1g")
        .run(where.home(), arguments);
  }
}
